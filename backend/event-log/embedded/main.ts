import { inspect } from 'node:util';
import { BadConfiguration } from './configuration.js';
import { PortUnusable } from './grpc/port-unusable.js';
import { keepMemorySmall } from './memory-limits.js';
import { EventFileInUse, EventFileUnusable } from './storage/file-errors.js';
import { UpkeepRefused } from './upkeep/upkeep-refused.js';

const EXPECTED = [BadConfiguration, EventFileInUse, EventFileUnusable, PortUnusable, UpkeepRefused];

function refuse(cause: unknown): void {
  const isExpected = EXPECTED.some((kind) => cause instanceof kind);
  process.stderr.write(
    `Event store: ${isExpected && cause instanceof Error ? cause.message : inspect(cause)}\n`,
  );
  process.exit(1);
}

/** Without arguments it serves; with them it looks after the file. Either loads only what it needs. */
async function main(args: readonly string[]): Promise<void> {
  keepMemorySmall();
  if (args.length > 0) {
    const { runUpkeep } = await import('./upkeep/run-upkeep.js');
    process.exitCode = await runUpkeep(args, (line) => process.stdout.write(`${line}\n`));
    return;
  }
  const { serve } = await import('./serve.js');
  await serve(refuse);
}

main(process.argv.slice(2)).catch(refuse);
