import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';
import { prove } from '../../../platform/testing/prove.js';
import { ACCEPT, call, INVITATIONS, invitationFor, MEMBERS } from '../testing/team.js';

const NOBODY = { authorization: '' };
const problem = (kind: string) => `urn:digitallz-keywords:problem:${kind}`;

let product: TestProduct;
let owner: SignedInPerson;
beforeAll(async () => {
  product = await startTestProduct();
  owner = product.owner;
  await prove(product, owner);
}, 60_000);
afterAll(() => product?.close(), 30_000);

/** The token of the mail. */
async function invite(email: string): Promise<string> {
  const invited = await call(product, owner.as, 'POST', INVITATIONS, { email, role: 'analyst' });
  if (invited.status !== 201) throw new Error(`inviting was answered ${invited.text}`);
  return invitationFor(product, email);
}
const accept = (token: string, as: { authorization: string } = NOBODY) =>
  call(product, as, 'POST', ACCEPT, { token });
const memberIds = async () => (await product.get(MEMBERS)).body.items?.map(({ id }) => id);
const isProved = async ({ as }: SignedInPerson) => (await product.get('/api/v1/me', as)).body['isVerified'];

describe('the link of an invitation', () => {
  it('opened by whoever is signed in nowhere makes the account of its address a member', async () => {
    const ada = await product.signUp('Ada');
    await prove(product, ada);
    const accepted = await accept(await invite(ada.email));
    expect([accepted.status, accepted.body]).toEqual([
      200,
      { workspaceId: owner.workspaceId, role: 'analyst', position: expect.stringMatching(/^\d+$/) },
    ]);
    expect(await memberIds()).toContain(ada.id);
    const joined = (await product.recorded()).find(
      ({ type, data }) => type === 'workspace.MemberJoined.v1' && data.accountId === ada.id,
    );
    expect(joined?.metadata).toMatchObject({ actor: ada.id, workspace: owner.workspaceId });
  });

  it('opened once more answers the same, and records nothing', async () => {
    const ben = await product.signUp('Ben');
    const token = await invite(ben.email);
    const told = ({ status, body }: Awaited<ReturnType<typeof accept>>) => [
      status,
      body['workspaceId'],
      body['role'],
    ];
    const first = told(await accept(token, ben.as));
    const count = (await product.recorded()).length;
    expect([told(await accept(token, ben.as)), told(await accept(token))]).toEqual([first, first]);
    expect(await product.recorded()).toHaveLength(count);
  });

  it('twice at the same moment makes one member', async () => {
    const cleo = await product.signUp('Cleo');
    const token = await invite(cleo.email);
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token, cleo.as)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const joined = (await product.recorded()).filter(
      ({ type, data }) => type === 'workspace.MemberJoined.v1' && data.accountId === cleo.id,
    );
    expect(joined).toHaveLength(1);
  });

  it('proves the address of whoever opens it signed in as its account', async () => {
    const dan = await product.signUp('Dan');
    expect(await isProved(dan)).toBe(false);
    expect((await accept(await invite(dan.email), dan.as)).status).toBe(200);
    expect(await isProved(dan)).toBe(true);
  });

  it('lets nobody in who registered the address of somebody else and waited for their invitation', async () => {
    const squatter = await product.signUp('Victim');
    const token = await invite(squatter.email);
    const opened = await accept(token);
    expect([opened.status, opened.body['type']]).toEqual([403, problem('email-unproved')]);
    expect(opened.body['detail']).toContain('choose a new password');
    expect(await memberIds()).not.toContain(squatter.id);
    expect(await isProved(squatter)).toBe(false);
  });

  it('of an address that nobody registered says to register it, and then works', async () => {
    const token = await invite('eve@example.com');
    const early = await accept(token);
    expect([early.status, early.body['type']]).toEqual([409, problem('account-needed')]);
    expect(early.body['detail']).toContain('register with it');
    expect(early.text).not.toContain('eve@example.com');
    const eve = await product.signUp('Eve');
    expect((await accept(token, eve.as)).status).toBe(200);
    expect(await memberIds()).toContain(eve.id);
  });

  it('tells whoever is signed in as another whether its address has an account, and not which it is', async () => {
    const [finn, mallory] = [await product.signUp('Finn'), await product.signUp('Mallory')];
    await prove(product, finn);
    const known = await accept(await invite(finn.email), mallory.as);
    const unknown = await accept(await invite('gwen@example.com'), mallory.as);
    expect([known, unknown].map(({ status, body }) => [status, body['type']])).toEqual([
      [403, problem('not-allowed')],
      [409, problem('account-needed')],
    ]);
    expect(known.body['detail']).toContain('has an account');
    expect(unknown.body['detail']).toContain('nobody has registered');
    expect(known.text + unknown.text).not.toMatch(/finn@|gwen@/);
    expect(await memberIds()).not.toContain(finn.id);
  });

  it('brings nobody back who was removed meanwhile', async () => {
    const hal = await product.signUp('Hal');
    const token = await invite(hal.email);
    await accept(token, hal.as);
    expect((await product.delete(`${MEMBERS}/${hal.id}`)).status).toBe(200);
    const again = await accept(token, hal.as);
    expect([again.status, again.body.errors?.map(({ path }) => path)]).toEqual([400, ['token']]);
    expect(await memberIds()).not.toContain(hal.id);
  });

  it('of another kind of mail, or none at all, opens nothing', async () => {
    for (const token of ['x', 'invitation.a.b.c', `verify-email.${owner.id}.zzzzzz.${'A'.repeat(43)}`])
      expect((await accept(token)).status).toBe(400);
  });
});
