import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { SignJWT, type JWTHeaderParameters } from 'jose';
import type { Role } from '../../../contracts/values/role.js';
import { newApiKey } from '../../platform/security/api-key-text.js';
import { SigningKeys } from '../../platform/security/signing-keys.js';
import type { SignedInPerson, TestProduct } from '../../platform/testing/test-product.js';

const ISSUER = 'digitallz-keywords';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What an access token says, without checking who signed it. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;

/** Tokens of a person that nobody may take for theirs, by what is wrong with them. */
export async function forgedTokens(
  product: TestProduct,
  person: SignedInPerson,
): Promise<Record<string, string>> {
  const key = product.app.get(SigningKeys).current();
  const good: JWTHeaderParameters = { alg: 'EdDSA', kid: key.id, typ: 'at+jwt' };
  const claims = claimsOf(person.accessToken);
  const sign = (changes: object, by = key.privateKey, header = good) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader(header).sign(by);
  const other = generateKeyPairSync('ed25519').privateKey;
  const now = Math.floor(Date.now() / 1_000);
  // The old trick: a public key is no secret, and HS256 takes any bytes for one.
  const hs256 = (secret: string | Buffer) => {
    const signed = `${base64url({ ...good, alg: 'HS256' })}.${base64url(claims)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const [header = '', payload = '', signature = ''] = person.accessToken.split('.');
  const changed = base64url({ ...claims, sub: randomUUID() });
  return {
    'an expired token': await sign({ iat: now - 1_200, exp: now - 600 }),
    'a token without an end': await sign({ exp: undefined }),
    'a token signed with another key': await sign({}, other),
    'a token of a key that nobody knows': await sign({}, other, { ...good, kid: 'unknown' }),
    'a token without a key id': await sign({}, key.privateKey, { alg: 'EdDSA', typ: 'at+jwt' }),
    'alg none': `${base64url({ ...good, alg: 'none' })}.${payload}.`,
    'alg none with the signature of another': `${base64url({ ...good, alg: 'none' })}.${payload}.${signature}`,
    'HS256 with the public key as PEM': hs256(key.publicKey.export({ format: 'pem', type: 'spki' })),
    'HS256 with the public key as DER': hs256(key.publicKey.export({ format: 'der', type: 'spki' })),
    'a token for somebody else under the same signature': `${header}.${changed}.${signature}`,
    'a token for another program': await sign({ aud: 'another program', iss: ISSUER }),
    'a token that is no access token': await sign({}, key.privateKey, { ...good, typ: 'JWT' }),
    'a session that never was': await sign({ sid: randomUUID() }),
  };
}

export interface IssuedKeys {
  /** May do all that a program may. */
  readonly good: string;
  readonly bad: Readonly<Record<string, string>>;
}

/** API keys of a person's workspace, written straight to the log: one that is good, and others that are not (any more). */
export async function issueKeys(
  product: TestProduct,
  { id, workspaceId }: SignedInPerson,
): Promise<IssuedKeys> {
  const issue = async (expiresAt: string | null, scope: Role = 'owner') => {
    const keyId = randomUUID();
    const { text, secretHash } = newApiKey(keyId);
    const name = product.sealing.seal(workspaceId, 'a key');
    const data = { workspaceId, keyId, accountId: id, name, secretHash, scope, expiresAt };
    await product.eventLog.append(`apiKey-${keyId}`, 'any', [
      { id: randomUUID(), type: 'workspace.ApiKeyIssued.v1', data, metadata: metadataOf(id) },
    ]);
    return { text, keyId };
  };
  const good = await issue(null);
  const expired = await issue(new Date(Date.now() - 1_000).toISOString());
  const revoked = await issue(null);
  await product.eventLog.append(`apiKey-${revoked.keyId}`, 'any', [
    {
      id: randomUUID(),
      type: 'workspace.ApiKeyRevoked.v1',
      data: { workspaceId, keyId: revoked.keyId },
      metadata: metadataOf(id),
    },
  ]);
  return {
    good: good.text,
    bad: {
      'a revoked API key': revoked.text,
      'an expired API key': expired.text,
      'an API key with another secret': `${good.text.slice(0, -43)}${randomBytes(32).toString('base64url')}`,
      'an API key that was never issued': newApiKey(randomUUID()).text,
      'the beginning of an API key': good.text.slice(0, -1),
    },
  };
}

export const metadataOf = (actor: string) => ({
  correlationId: 'spec',
  causationId: 'spec',
  occurredAt: new Date().toISOString(),
  actor,
  producer: 'spec/1',
});
