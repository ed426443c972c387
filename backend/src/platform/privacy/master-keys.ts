import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NAME = /^[A-Za-z0-9_]{1,32}$/;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Secrets as they lie in the key ring: which master key wrapped them, and the wrapped bytes. */
export interface Wrapped {
  readonly master: string;
  readonly bytes: Buffer;
}

/**
 * The keys that wrap all others (AES-256-GCM). The first wraps what is new; all of them open what they have wrapped, so that a key can
 * be replaced: put the new one in front, run `npm run cli -- keys rewrap`, then take the old one away.
 */
export class MasterKeys {
  private readonly keys: ReadonlyMap<string, Buffer>;
  readonly current: string;

  /** @throws RangeError saying what is wrong, without showing any of it */
  constructor(text: string) {
    const keys = new Map<string, Buffer>();
    for (const part of text.split(',')) {
      const [name = '', base64 = ''] = part.trim().split(':');
      const key = Buffer.from(base64, 'base64');
      if (!NAME.test(name) || key.length !== KEY_BYTES) throw new RangeError(MASTER_KEYS_WANTED);
      keys.set(name, key);
    }
    this.keys = keys;
    this.current = keys.keys().next().value ?? '';
  }

  wrap(secret: Buffer, use: string): Wrapped {
    return { master: this.current, bytes: closeBox(this.keyNamed(this.current), secret, use) };
  }

  /** @throws Error where the master key is not there any more, or the bytes are not what was wrapped for this use */
  unwrap({ master, bytes }: Wrapped, use: string): Buffer {
    return openBox(this.keyNamed(master), bytes, use);
  }

  private keyNamed(name: string): Buffer {
    const key = this.keys.get(name);
    if (!key)
      throw new Error(`the master key ${name} is needed to read the key ring, and is not among MASTER_KEYS`);
    return key;
  }
}

export const MASTER_KEYS_WANTED = 'a list of name:key, each key 32 bytes in base64, the one in use first';

/** Nonce, ciphertext and tag of AES-256-GCM. @throws Error where a byte is not what was written */
export function openBox(key: Buffer, box: Buffer, use: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(use))
    .setAuthTag(box.subarray(box.length - TAG_BYTES));
  return Buffer.concat([
    decipher.update(box.subarray(NONCE_BYTES, box.length - TAG_BYTES)),
    decipher.final(),
  ]);
}

export function closeBox(key: Buffer, secret: Buffer, use: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(use));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}
