import { openRing, ringPlace } from './opened-ring.js';
import { UsageError } from './usage.js';

/** `keys rewrap`: after a new master key was put in front of MASTER_KEYS; then the old one may go. */
export function keysCommand([action]: string[]): void {
  if (action !== 'rewrap') throw new UsageError(action ? `keys ${action} is not known` : 'say keys rewrap');
  const ring = openRing(ringPlace());
  try {
    process.stdout.write(
      `${ring.rewrap()} keys were wrapped anew; all are wrapped with the first of MASTER_KEYS\n`,
    );
  } finally {
    ring.close();
  }
}
