import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { exportJWK, type JWK } from 'jose';
import type { KeyRing } from '../privacy/key-ring.js';

const PREFIX = 'signing key ';
/** A new key signs after this time; the old one is known for as long again as any token lives. */
const SIGNS_FOR_MS = 30 * 24 * 3_600_000;
const KNOWN_FOR_MS = SIGNS_FOR_MS + 24 * 3_600_000;
/** Another process may have made a key. */
const LOOK_AGAIN_MS = 60_000;

export interface SigningKey {
  readonly id: string;
  readonly madeAt: number;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Ed25519 keys that sign access tokens, kept in the key ring and replaced by themselves. */
export class SigningKeys {
  private keys: readonly SigningKey[] = [];
  private lookedAt = -Infinity;

  constructor(
    private readonly ring: KeyRing,
    private readonly clock: () => number = Date.now,
  ) {}

  /** The key that signs now; made where there is none young enough. */
  current(): SigningKey {
    const newest = this.known()[0];
    return newest && this.clock() - newest.madeAt < SIGNS_FOR_MS ? newest : this.rotate();
  }

  /** Every key whose tokens are still good, the newest first. */
  known(): readonly SigningKey[] {
    if (this.clock() - this.lookedAt > LOOK_AGAIN_MS) this.look();
    return this.keys;
  }

  /** A key of another process may be younger than our last look. */
  named(id: string): SigningKey | undefined {
    const find = () => this.known().find((key) => key.id === id);
    const known = find();
    if (known || !this.ring.secretsNamed(PREFIX + id).length) return known;
    this.look();
    return find();
  }

  /** A new key signs from now on; tokens of the old ones stay good until they end. */
  rotate(): SigningKey {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    const id = createHash('sha256').update(spki).digest('base64url').slice(0, 16);
    this.ring.secret(PREFIX + id, () => der);
    this.look();
    return this.keys.find((key) => key.id === id) ?? this.current();
  }

  /** For `/.well-known/jwks.json`. */
  async jwks(): Promise<{ keys: JWK[] }> {
    const keys = await Promise.all(
      this.known().map(async ({ id, publicKey }) => ({
        ...(await exportJWK(publicKey)),
        kid: id,
        alg: 'EdDSA',
        use: 'sig',
      })),
    );
    return { keys };
  }

  private look(): void {
    this.lookedAt = this.clock();
    this.keys = this.ring
      .secretsNamed(PREFIX)
      .filter(({ madeAt }) => this.clock() - Date.parse(madeAt) < KNOWN_FOR_MS)
      .map(({ name, madeAt }) => {
        const privateKey = createPrivateKey({ key: this.ring.secret(name), format: 'der', type: 'pkcs8' });
        return {
          id: name.slice(PREFIX.length),
          madeAt: Date.parse(madeAt),
          privateKey,
          publicKey: createPublicKey(privateKey),
        };
      });
  }
}
