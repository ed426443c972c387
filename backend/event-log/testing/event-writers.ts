import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalogue } from '../codec/upcast-chain.js';

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** TypeScript of the product below a folder: no specs, no test doubles. */
export function productSources(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => relative(root, join(root, folder, name)).replaceAll('\\', '/'))
    .filter(
      (path) => path.endsWith('.ts') && !/\.spec\.ts$|\/testing\/|\/contracts\/|\/node_modules\//.test(path),
    )
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export interface Mention {
  readonly path: string;
  readonly type: string;
}

/**
 * Where sources build an event to append: an object with `type: '<stored type>'`, or a call such as `accountEvent('<stored type>', …)`.
 * Comparisons (`event.type === …`),
 * lists of types and types in angle brackets (`Extract<…, { type: … }>`) do not count.
 *
 * What it cannot see: a type that comes from a constant or is put together from pieces. Such code would pass
 * unnoticed, so writers spell the type out; reviewers look for the rest.
 */
export function appendMentions(sources: readonly SourceFile[], catalogue: Catalogue): Mention[] {
  return sources.flatMap(({ path, text }) => {
    const spoken = text.replaceAll(/<[^<>;]*\{[^<>;]*\}[^<>;]*>/g, '');
    return Object.keys(catalogue)
      .filter((type) =>
        new RegExp(`(\\btype:\\s*[^,;{}]*|[a-z]Event\\(\\s*)'${type.replaceAll('.', '\\.')}'`).test(spoken),
      )
      .map((type) => ({ path, type }));
  });
}

/** Mentions outside the one writing module of the event and outside the other writers that are listed with a reason. */
export function strangeWriters(
  mentions: readonly Mention[],
  catalogue: Catalogue,
  otherWriters: Readonly<Record<string, string>>,
): Mention[] {
  const within = (path: string, module: string) => path === module || path.startsWith(`${module}/`);
  return mentions.filter(({ path, type }) => {
    const writer = catalogue[type]?.writer;
    const allowed = [...(writer === undefined ? [] : [writer]), ...Object.keys(otherWriters)];
    return !allowed.some((module) => within(path, module));
  });
}
