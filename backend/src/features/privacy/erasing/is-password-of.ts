import { verify } from '@node-rs/argon2';

/** Whether an argon2id hash is that of a password. */
export const isPasswordOf = (hash: string, password: string): Promise<boolean> => verify(hash, password);
