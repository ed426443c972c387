import { connectStoredEvents } from '../../event-log/eventstoredb/connect-stored-events.js';
import { AuditKey } from '../features/audit/chain/audit-key.js';
import { HeadsAltered, HeadsFile } from '../features/audit/chain/heads-file.js';
import { findingInWords, verifyChain } from '../features/audit/chain/verify-chain.js';
import { openRing, ringPlace } from './opened-ring.js';
import { serverAddress } from './servers.js';
import { UsageError } from './usage.js';

const TELL_EVERY_MS = 1_000;

/** `audit verify`: exit code 1 where the log is not what was signed. */
export async function auditCommand([action]: string[]): Promise<void> {
  if (action !== 'verify') throw new UsageError(action ? `audit ${action} is not known` : 'say audit verify');
  const place = ringPlace();
  const ring = openRing(place);
  const events = connectStoredEvents(serverAddress('EVENTSTORE_URL'));
  try {
    const heads = new HeadsFile(place.auditFile, new AuditKey(ring)).read();
    const head = await events.head();
    const finding = await verifyChain(events.after(undefined), heads, progress(head ?? 0n));
    process.stdout.write(`${findingInWords(finding)}\n`);
    if (finding.kind !== 'sound') process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof HeadsAltered)) throw error;
    process.stdout.write(`the heads were altered: ${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await events.close();
    ring.close();
  }
}

function progress(head: bigint): (position: bigint, count: number) => void {
  let told = performance.now();
  return (position, count) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    const percent = head === 0n ? 100 : Number((position * 100n) / head);
    process.stderr.write(`${count} events read, ${percent} %\n`);
  };
}
