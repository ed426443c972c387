import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { KeyRing } from '../../../platform/privacy/key-ring.js';

const SECRET = 'audit key';

/** Signs heads of the chain with an Ed25519 key that lies in the key ring: whoever can write the store and the heads cannot sign. */
export class AuditKey {
  private readonly key: KeyObject;
  private readonly publicKey: KeyObject;
  /** Names the key: digest of its public half. */
  readonly kid: string;

  constructor(ring: KeyRing) {
    const der = ring.secret(SECRET, () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }),
    );
    this.key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
    this.publicKey = createPublicKey(this.key);
    const spki = this.publicKey.export({ type: 'spki', format: 'der' });
    this.kid = createHash('sha256').update(spki).digest('base64url').slice(0, 16);
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text), this.key).toString('base64url');
  }

  isSigned(text: string, signature: string): boolean {
    return verify(null, Buffer.from(text), this.publicKey, Buffer.from(signature, 'base64url'));
  }
}
