import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { SignedInPerson } from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { Dances, cookieIn, nobody, OAUTH, refusedAs, START, type Begun } from './testing/dances.js';
import { startOAuthWorld, type OAuthWorld } from './testing/oauth-world.js';

let world: OAuthWorld;
let dances: Dances;
beforeAll(async () => {
  world = await startOAuthWorld();
  dances = new Dances(world);
}, 60_000);
afterAll(() => world?.close(), 30_000);

describe('an identity at a provider', () => {
  it('without a proved address opens no account, and tells nothing about one', async () => {
    await world.product.signUp('Paula');
    expect(await dances.whole(dances.atGithub('new', 'new@example.com', false))).toEqual(
      refusedAs('email-unverified'),
    );
    expect(await dances.whole(dances.atGithub('not-paula', 'paula@example.com', false))).toEqual(
      refusedAs('email-unverified'),
    );
    expect(await dances.whole(dances.atGithub('not-paula', 'PAULA@example.com', true))).toEqual(
      refusedAs('account-exists'),
    );
  });

  it('opens one account, though it comes twice at once', async () => {
    const login = dances.atGithub('twice');
    const ended = await Promise.all([dances.whole(login), dances.whole(login)]);
    const again = await dances.whole(login);
    const { me } = await dances.personOf(again);
    expect(me['email']).toBe('twice@example.com');
    const registered = (await world.product.recorded()).filter(
      ({ type, data }) =>
        type === 'account.Registered.v1' && 'accountId' in data && data.accountId === me['id'],
    );
    expect(registered).toMatchObject([{ data: { how: 'github', passwordHash: null } }]);
    for (const one of ended.filter(({ refresh }) => refresh))
      expect((await dances.personOf(one)).me['id']).toBe(me['id']);
  });

  it('is not the last way in that is taken away', async () => {
    const person = await dances.personOf(await dances.whole(dances.atGithub('lone')));
    const as = { authorization: person.authorization };
    const unlink = () => world.product.ask('/api/v1/me/identities/github', { method: 'DELETE', headers: as });
    expect((await unlink()).status).toBe(409);
    expect(
      (await world.product.post('/api/v1/me/password', { password: 'a long enough password' }, as)).status,
    ).toBe(200);
    expect((await unlink()).status).toBe(200);
    expect((await unlink()).status).toBe(404);
    const subjects = () =>
      world.product.mails.filter(({ to }) => to === 'lone@example.com').map(({ subject }) => subject);
    await until('the mail about it', () => subjects().includes('Your account is no longer linked to GitHub'));
    // That it was opened through GitHub is no news to its owner.
    expect(subjects()).not.toContain('Your account can be entered through GitHub');
    expect(await dances.whole('lone')).toEqual(refusedAs('account-exists'));
  });

  it('of an account with a second factor is asked for a code, too', async () => {
    const { authorization } = await dances.personOf(
      await dances.whole(dances.atGithub('otto'), `${START}?returnTo=/tracked`),
    );
    const begun = await world.product.post('/api/v1/me/second-factor', {}, { authorization });
    const authenticator = new TOTP({ secret: Secret.fromBase32(String(begun.body['secret'])) });
    const confirmed = await world.product.post(
      '/api/v1/me/second-factor/confirm',
      { code: authenticator.generate() },
      { authorization },
    );
    expect(confirmed.status).toBe(200);
    const [recoveryCode, another] = confirmed.body['recoveryCodes'] as string[];

    const ended = await dances.whole('otto', `${START}?returnTo=/tracked`);
    expect(ended.refresh).toBeUndefined();
    const page = new URL(ended.location ?? '', world.url);
    expect([page.pathname, page.searchParams.get('returnTo')]).toEqual(['/sign-in', '/tracked']);
    const ticket = page.searchParams.get('second-factor') ?? '';
    const finish = (totp: string, given = ticket) =>
      world.product.post(`${OAUTH}/finish`, { ticket: given, totp }, nobody);
    expect((await finish('wrong-wrong')).status).toBe(401);
    expect((await finish(recoveryCode ?? '', `${ticket.slice(0, -2)}AA`)).status).toBe(400);
    const finished = await finish(recoveryCode ?? '');
    expect(finished.status).toBe(200);
    expect(cookieIn(finished.headers, '__Host-dk_refresh')).toBeDefined();
    expect((await finish(another ?? '')).status).toBe(400);
    const signedIn = (await world.product.recorded()).filter(({ type }) => type === 'account.SignedIn.v1');
    expect(signedIn.at(-1)).toMatchObject({ data: { how: 'github', secondFactor: 'recovery-code' } });
  });
});

describe('linking a provider', () => {
  const link = (as: SignedInPerson['as'], body: unknown = {}) =>
    world.product.post('/api/v1/me/identities/github/link', body, as);
  async function verified(name: string): Promise<SignedInPerson> {
    const person = await world.product.signUp(name);
    const mail = await until('the mail', () => world.product.mails.find(({ to }) => to === person.email));
    const token = /token=(\S+)/.exec(mail.text)?.[1];
    expect((await world.product.post('/api/v1/auth/verify-email', { token }, nobody)).status).toBe(200);
    return person;
  }
  const begunBy = async (as: SignedInPerson['as'], returnTo = '/profile'): Promise<Begun> => {
    const answer = await link(as, { returnTo });
    expect(answer.status).toBe(200);
    return {
      cookie: cookieIn(answer.headers, '__Host-dk_oauth') ?? '',
      url: new URL(String(answer.body['url'])),
    };
  };

  it('waits until the address of the account is confirmed', async () => {
    const una = await world.product.signUp('Una');
    const answer = await link(una.as);
    expect([answer.status, String(answer.body['type']).split(':').pop()]).toEqual([403, 'email-unproved']);
    expect(cookieIn(answer.headers, '__Host-dk_oauth')).toBeUndefined();
  });

  it('is asked for by somebody who is signed in, and from then on opens their account, whatever its address', async () => {
    const lena = await verified('Lena');
    const login = dances.atGithub('lena-codes', 'other@example.com', false);
    const begun = await begunBy(lena.as);
    expect(await dances.end(await dances.grant(begun, login), begun.cookie)).toMatchObject({
      location: '/profile',
      refresh: undefined,
    });
    const { me } = await dances.personOf(await dances.whole(login));
    expect(me).toMatchObject({ id: lena.id, providers: ['github'], email: lena.email });
    expect((await link(lena.as)).status).toBe(409);
    const subjects = () =>
      world.product.mails.filter(({ to }) => to === lena.email).map(({ subject }) => subject);
    await until('the mail about it', () => subjects().includes('Your account can be entered through GitHub'));

    const mona = await verified('Mona');
    const second = await begunBy(mona.as);
    expect((await dances.end(await dances.grant(second, login), second.cookie)).location).toBe(
      '/profile?problem=identity-taken',
    );
  });

  it('comes to nothing where the session that asked for it has ended', async () => {
    const nora = await verified('Nora');
    const begun = await begunBy(nora.as);
    const back = await dances.grant(begun, dances.atGithub('nora-codes'));
    await world.product.post('/api/v1/auth/logout', {}, { ...nobody, cookie: nora.cookie });
    expect((await dances.end(back, begun.cookie)).location).toBe('/profile?problem=sign-in-expired');
    const linked = (await world.product.recorded()).filter(
      ({ type }) => type === 'account.IdentityLinked.v1',
    );
    expect(linked.some(({ data }) => 'accountId' in data && data.accountId === nora.id)).toBe(false);
  });
});
