import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { quotasOf } from '../../../../contracts/values/plans.js';
import { createApi } from '../../../api.js';
import { jsonLog } from '../../../platform/observability/log.js';
import { Quotas } from '../../../platform/quotas/quotas.js';
import { prove } from '../../../platform/testing/prove.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { CONFIG } from '../../../platform/tokens.js';
import { ACCEPT, call, INVITATIONS, invitationFor, join, MEMBERS } from '../testing/team.js';

const MOST = quotasOf('pro').members;
const problem = 'urn:digitallz-keywords:problem:quota-reached';

let product: TestProduct;
let other: NestFastifyApplication;
let urls: readonly [string, string];
beforeAll(async () => {
  product = await startTestProduct({
    config: { PLAN_WITHOUT_SUBSCRIPTION: 'pro', REQUEST_LIMIT_FACTOR: 100 },
  });
  other = await createApi({ config: product.app.get(CONFIG), log: jsonLog(() => undefined) });
  await other.listen(0, '127.0.0.1');
  urls = [product.url, await other.getUrl()];
}, 60_000);
afterAll(async () => {
  await other?.close();
  await product?.close();
}, 30_000);

async function owner(name: string): Promise<SignedInPerson> {
  const person = await product.signUp(name);
  await prove(product, person);
  return person;
}
const invite = (by: SignedInPerson, email: string) =>
  call(product, by.as, 'POST', INVITATIONS, { email, role: 'viewer' });
const used = async ({ workspaceId }: SignedInPerson) => {
  const meters = await product.app.get(Quotas).metersOf(workspaceId);
  return meters.find(({ name }) => name === 'members');
};

/** Straight to the log: as if they had been invited while the plan was larger. */
async function invitedBefore(by: SignedInPerson, people: readonly SignedInPerson[]): Promise<void> {
  const at = new Date().toISOString();
  const events = people.map(({ email }) => {
    const invitationId = randomUUID();
    return {
      id: randomUUID(),
      type: 'workspace.MemberInvited.v1' as const,
      data: {
        workspaceId: by.workspaceId,
        invitationId,
        email: product.sealing.seal(invitationId, email),
        emailHash: product.sealing.fingerprint('e-mail addresses', email),
        role: 'viewer' as const,
        expiresAt: new Date(Date.parse(at) + 3_600_000).toISOString(),
      },
      metadata: { correlationId: 't', causationId: 't', occurredAt: at, actor: by.id, producer: 'test/1' },
    };
  });
  await product.eventLog.append(`workspace-${by.workspaceId}`, 'any', events);
}

describe('the members of a plan', () => {
  it('and who is invited fill it; the refusal names the next larger plan; what is taken back makes room', async () => {
    const anna = await owner('Anna');
    expect(await used(anna)).toEqual({ name: 'members', used: 1, limit: MOST, resetsAt: null });
    await join(product, anna, 'Ben', 'viewer');
    const last = await invite(anna, 'cleo@example.com');
    expect([last.status, (await used(anna))?.used]).toEqual([201, MOST]);
    const refused = await invite(anna, 'dan@example.com');
    expect([refused.status, refused.body]).toEqual([
      402,
      expect.objectContaining({
        type: problem,
        detail: expect.stringContaining(`The plan agency has ${quotasOf('agency').members}`),
        errors: [expect.objectContaining({ path: 'members' })],
      }),
    ]);
    // The same address once more takes the place of its first invitation.
    const again = await invite(anna, 'cleo@example.com');
    expect(again.status).toBe(201);
    const revoked = await call(product, anna.as, 'DELETE', `${INVITATIONS}/${String(again.body['id'])}`);
    expect([revoked.status, (await used(anna))?.used]).toEqual([200, MOST - 1]);
    expect((await invite(anna, 'dan@example.com')).status).toBe(201);
  });

  it('leave room for exactly one of 20 who accept at once where one is left, on two API processes', async () => {
    const host = await owner('Host');
    await join(product, host, 'First Guest', 'viewer');
    const guests: SignedInPerson[] = [];
    for (let i = 0; i < 20; i += 1) guests.push(await product.signUp(`Guest ${i}`));
    await invitedBefore(host, guests);
    const tokens: string[] = [];
    for (const { email } of guests) tokens.push(await invitationFor(product, email));
    await until('the invitations', async () => (await used(host))?.used === 22);

    const answers = await Promise.all(
      guests.map(async ({ as }, i) => {
        const headers = { ...as, 'content-type': 'application/json' };
        const body = JSON.stringify({ token: tokens[i] });
        const answer = await fetch(`${urls[i % 2]}${ACCEPT}`, { method: 'POST', headers, body });
        return { status: answer.status, type: ((await answer.json()) as { type?: string }).type };
      }),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status, type }) => status === 402 && type === problem)).toHaveLength(19);
    const joined = (await product.recorded()).filter(
      ({ type, data }) => type === 'workspace.MemberJoined.v1' && data.workspaceId === host.workspaceId,
    );
    expect(joined).toHaveLength(MOST - 1);
    expect((await product.get(MEMBERS, { ...host.as })).body.items).toHaveLength(MOST);
    // Whoever was let in may open the link again.
    const winner = answers.findIndex(({ status }) => status === 200);
    const once = await call(product, guests[winner]?.as ?? host.as, 'POST', ACCEPT, {
      token: tokens[winner],
    });
    expect(once.status).toBe(200);
  }, 60_000);

  it('leave room for exactly one of 10 invitations at once where one is left', async () => {
    const host = await owner('Inviting Host');
    await join(product, host, 'Second Guest', 'viewer');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => invite(host, `invited-${i}@example.com`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(402)]);
  });
});
