/** Lets Node run the sources as they stand: their imports name the `.js` files that a build would make. */
const RESOLVE_SOURCES = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      const isOurs = specifier.startsWith('.') && !context.parentURL.includes('/node_modules/');
      return next(isOurs ? specifier.replace(/\\.js$/, '.ts') : specifier, context);
    },
  });
`)}`;

/** What to give to Node so that it runs a program of ours that was not built. */
export function flagsToRun(program: string): string[] {
  return ['--no-warnings', '--experimental-transform-types', '--import', RESOLVE_SOURCES, program];
}
