import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { ExpiredInvitations } from './expired-invitations.js';
import { prove } from '../../../platform/testing/prove.js';
import { ACCEPT, call, enter, INVITATIONS, invitationFor, join, MEMBERS } from '../testing/team.js';

const problem = (kind: string) => `urn:digitallz-keywords:problem:${kind}`;

let product: TestProduct;
let owner: SignedInPerson;
beforeAll(async () => {
  product = await startTestProduct();
  owner = product.owner;
  await prove(product, owner);
}, 60_000);
afterAll(() => product?.close(), 30_000);

const invite = (email: string, role = 'analyst', as = owner.as) =>
  call(product, as, 'POST', INVITATIONS, { email, role });

/** Written straight to the log, so that it ends when a test wants it to. */
async function expiring(address: string, inMs: number) {
  const invitationId = randomUUID();
  const expiresAt = new Date(Date.now() + inMs).toISOString();
  const email = product.sealing.seal(invitationId, address);
  const emailHash = product.sealing.fingerprint('e-mail addresses', address);
  await product.eventLog.append(`workspace-${owner.workspaceId}`, 'any', [
    {
      id: randomUUID(),
      type: 'workspace.MemberInvited.v1',
      data: { workspaceId: owner.workspaceId, invitationId, email, emailHash, role: 'viewer', expiresAt },
      metadata: {
        correlationId: 'test',
        causationId: 'test',
        occurredAt: new Date().toISOString(),
        actor: owner.id,
        producer: 'test/1',
      },
    },
  ]);
  return { invitationId, email, expiresAt };
}

describe('an invitation', () => {
  it('comes by mail and makes the person of that address a member, whose address was not proved before', async () => {
    const ben = await product.signUp('Ben');
    const invited = await invite(' BEN@example.com', 'analyst');
    expect(invited.status).toBe(201);
    expect(Date.parse(String(invited.body['expiresAt'])) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
    const listed = await product.get(INVITATIONS);
    expect(listed.body.items).toMatchObject([
      { id: invited.body['id'], email: 'ben@example.com', role: 'analyst' },
    ]);

    const token = await invitationFor(product, ben.email);
    expect(product.mails.at(-1)?.subject).toBe('Test Owner invites you to “Test Owner”');
    const accepted = await call(product, ben.as, 'POST', ACCEPT, { token });
    expect([accepted.status, accepted.body]).toMatchObject([
      200,
      { workspaceId: owner.workspaceId, role: 'analyst' },
    ]);

    const members = await product.get(MEMBERS);
    expect(members.body.items).toMatchObject([
      { id: owner.id, role: 'owner', isYou: true },
      { id: ben.id, name: 'Ben', email: 'ben@example.com', role: 'analyst', isYou: false },
    ]);
    expect((await product.get(INVITATIONS)).body.items).toEqual([]);
    const there = await enter(product, ben, owner.workspaceId);
    expect((await product.get('/api/v1/me', there)).body['workspace']).toEqual({
      id: owner.workspaceId,
      role: 'analyst',
    });
    const mine = await product.get('/api/v1/workspaces', there);
    expect(mine.body.items).toMatchObject([
      { id: ben.workspaceId, name: 'Ben', role: 'owner', isCurrent: false },
      { id: owner.workspaceId, name: 'Test Owner', role: 'analyst', isCurrent: true },
    ]);
  });

  it('is refused to everybody else, and forged', async () => {
    const [carl, mallory] = [await product.signUp('Carl'), await product.signUp('Mallory')];
    await prove(product, mallory);
    await invite(carl.email);
    const token = await invitationFor(product, carl.email);
    const stolen = await call(product, mallory.as, 'POST', ACCEPT, { token });
    expect([stolen.status, stolen.body['type']]).toEqual([403, problem('not-allowed')]);
    expect(
      (await call(product, mallory.as, 'POST', ACCEPT, { token: `${token.slice(0, -1)}_` })).status,
    ).toBe(400);
    expect((await product.get(MEMBERS)).body.items?.map(({ id }) => id)).not.toContain(mallory.id);
    expect((await call(product, carl.as, 'POST', ACCEPT, { token })).status).toBe(200);
  });

  it('is worth nothing once it was taken back, and its address is forgotten', async () => {
    const dora = await product.signUp('Dora');
    const invited = await invite(dora.email);
    const token = await invitationFor(product, dora.email);
    const path = `${INVITATIONS}/${String(invited.body['id'])}`;
    const stranger = await product.signUp('Stranger');
    expect((await call(product, stranger.as, 'DELETE', path)).status).toBe(404);
    expect((await product.delete(path)).status).toBe(200);
    expect((await product.delete(path)).status).toBe(404);
    expect((await call(product, dora.as, 'POST', ACCEPT, { token })).status).toBe(400);
    const recorded = (await product.recorded()).find(
      ({ type, data }) => type === 'workspace.MemberInvited.v1' && data.invitationId === invited.body['id'],
    );
    const email = recorded?.type === 'workspace.MemberInvited.v1' ? recorded.data.email : '';
    expect(product.sealing.open(email)).toBeUndefined();
  });

  it('sent again replaces the first', async () => {
    const emma = await product.signUp('Emma');
    await invite(emma.email, 'viewer');
    const first = await invitationFor(product, emma.email);
    await invite(emma.email, 'admin');
    const second = await invitationFor(product, emma.email, 2);
    expect((await call(product, emma.as, 'POST', ACCEPT, { token: first })).status).toBe(400);
    const accepted = await call(product, emma.as, 'POST', ACCEPT, { token: second });
    expect(accepted.body).toMatchObject({ role: 'admin' });
  });

  it('ends after its time, and so does its link', async () => {
    const fay = await product.signUp('Fay');
    const { expiresAt } = await expiring(fay.email, 2_000);
    const token = await invitationFor(product, fay.email);
    await until('the time to be over', () => Date.now() > Date.parse(expiresAt));
    const late = await call(product, fay.as, 'POST', ACCEPT, { token });
    expect([late.status, late.body['detail']]).toEqual([409, expect.stringContaining('has expired')]);
    expect((await product.get(MEMBERS)).body.items?.map(({ id }) => id)).not.toContain(fay.id);
  });

  it('that nobody accepted is forgotten a week after it has expired, with its address', async () => {
    const aDayMs = 24 * 3_600_000;
    const [old, young] = [
      await expiring('long-ago@example.com', -7.1 * aDayMs),
      await expiring('lately@example.com', -6.9 * aDayMs),
    ];
    const listed = async () => (await product.get(INVITATIONS)).body.items?.map(({ id }) => id);
    await until('both are known', async () => (await listed())?.includes(young.invitationId));
    await product.app.get(ExpiredInvitations).forget();
    await product.app.get(ExpiredInvitations).forget();
    expect(
      (await listed())?.filter((id) => [old, young].some(({ invitationId }) => invitationId === id)),
    ).toEqual([young.invitationId]);
    expect([old, young].map(({ email }) => product.sealing.open(email))).toEqual([
      undefined,
      'lately@example.com',
    ]);
    const revoked = (await product.recorded()).filter(
      ({ type, data }) => type === 'workspace.InvitationRevoked.v1' && data.invitationId === old.invitationId,
    );
    expect(revoked).toHaveLength(1);
  });

  it('asks for a proved address of whoever invites', async () => {
    const gus = await product.signUp('Gus');
    const refused = await invite('somebody@example.com', 'viewer', gus.as);
    expect([refused.status, refused.body['type']]).toEqual([403, problem('email-unproved')]);
    await prove(product, gus);
    expect((await invite('somebody@example.com', 'viewer', gus.as)).status).toBe(201);
  });

  it('gives no role above that of whoever invites, and none to who is a member already', async () => {
    const hugo = await join(product, owner, 'Hugo', 'admin');
    await prove(product, hugo);
    expect((await invite('new@example.com', 'owner', hugo.there)).status).toBe(403);
    expect((await invite('new@example.com', 'admin', hugo.there)).status).toBe(201);
    const again = await invite(owner.email, 'viewer', hugo.there);
    expect([again.status, again.body['type']]).toEqual([409, problem('not-possible-now')]);
  });

  it('is slowed where a workspace writes to very many', async () => {
    const kurt = await product.signUp('Kurt');
    await prove(product, kurt);
    const statuses: number[] = [];
    while (statuses.length < 40 && !statuses.includes(429)) {
      const { status, body } = await invite(`guest-${statuses.length}@example.com`, 'viewer', kurt.as);
      statuses.push(status);
      // What is taken back makes room in the plan, and was written all the same.
      await call(product, kurt.as, 'DELETE', `${INVITATIONS}/${String(body['id'])}`);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is written in French by who uses the product in French', async () => {
    const person = {
      email: 'ines@example.com',
      password: 'le mot de passe de tous',
      name: 'Inès',
      locale: 'fr',
    };
    await product.post('/api/v1/auth/register', person, { authorization: '' });
    const confirm = await until('the mail', () => product.mails.find(({ to }) => to === person.email));
    const token = /token=(\S+)/.exec(confirm.text)?.[1];
    await product.post('/api/v1/auth/verify-email', { token }, { authorization: '' });
    const { email, password } = person;
    const { body } = await product.post('/api/v1/auth/login', { email, password }, { authorization: '' });
    await invite('jean@example.com', 'viewer', { authorization: `Bearer ${String(body['accessToken'])}` });
    await invitationFor(product, 'jean@example.com');
    const mail = product.mails.find(({ to }) => to === 'jean@example.com');
    expect(mail?.subject).toBe('Inès vous invite dans « Inès »');
    expect(mail?.text).toContain('en tant que lecteur');
  });

  it('is not written again for who has joined, where the reactions begin anew', async () => {
    await product.stopFollowing();
    await product.forgetReactions();
    await product.startFollowing();
    await invite('last@example.com', 'viewer');
    await invitationFor(product, 'last@example.com');
    const toBen = product.mails.filter(
      ({ to, text }) => to === 'ben@example.com' && text.includes('/accept-'),
    );
    expect(toBen).toHaveLength(1);
  });

  it('leaves no readable address in the log', async () => {
    const events = JSON.stringify((await product.recorded()).map(({ data, metadata }) => [data, metadata]));
    for (const secret of ['ben@example.com', 'jean@example.com', 'Hugo'])
      expect(events).not.toContain(secret);
  });
});
