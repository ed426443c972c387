import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readOrMakeSecrets } from '../../local-servers/run-file.js';
import { KeyRing } from '../platform/privacy/key-ring.js';
import { MasterKeys } from '../platform/privacy/master-keys.js';

interface RingPlace {
  readonly file: string;
  readonly masterKeys: string;
  /** Signed heads of the audit. */
  readonly auditFile: string;
}

/** KEY_RING_FILE, MASTER_KEYS and AUDIT_FILE, else those of `npm start` on DATA_DIR. @throws Error in words */
export function ringPlace(): RingPlace {
  const { KEY_RING_FILE, MASTER_KEYS, AUDIT_FILE } = process.env;
  const dataFolder = resolve(process.env['DATA_DIR'] ?? '.data');
  const file = KEY_RING_FILE || join(dataFolder, 'keys', 'key-ring.db');
  if (!existsSync(file)) throw new Error(`there is no key ring at ${file}: set KEY_RING_FILE or DATA_DIR.`);
  const hasSecrets = existsSync(join(dataFolder, 'secrets.json'));
  if (!MASTER_KEYS && !hasSecrets) throw new Error('MASTER_KEYS must be set: they open the key ring.');
  return {
    file,
    masterKeys: MASTER_KEYS || readOrMakeSecrets(dataFolder).masterKeys,
    auditFile: AUDIT_FILE || join(dirname(file), 'audit.jsonl'),
  };
}

export function openRing({ file, masterKeys }: RingPlace): KeyRing {
  return KeyRing.open(file, new MasterKeys(masterKeys));
}
