import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Dances, cookieIn, nobody, OAUTH, refusedAs, START, visit } from './testing/dances.js';
import { startOAuthWorld, type OAuthWorld } from './testing/oauth-world.js';

let world: OAuthWorld;
let dances: Dances;
beforeAll(async () => {
  world = await startOAuthWorld();
  dances = new Dances(world);
}, 60_000);
afterAll(() => world?.close(), 30_000);

describe('the way to a provider', () => {
  it('is listed where it is configured, and nowhere else', async () => {
    const { body } = await world.product.get('/api/v1/auth/providers', nobody);
    expect(body).toEqual({ providers: ['google', 'github'] });
    for (const provider of ['gitlab', '__proto__'])
      expect((await visit(`${world.url}${OAUTH}/${provider}`)).status).toBe(404);
  });

  it('asks for a code with state and an S256 challenge, and a code in its own address changes nothing', async () => {
    const { url } = await dances.begin();
    expect(url.href).toMatch(`${world.github.url}/login/oauth/authorize?`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'github-client',
      redirect_uri: `${world.url}${START}/callback`,
      scope: 'read:user user:email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const tricked = await visit(`${world.url}${START}?code=stolen&state=any`);
    expect([tricked.status, cookieIn(tricked.headers, '__Host-dk_refresh')]).toEqual([400, undefined]);
  });

  it('tells the browser neither state nor verifier in a form that it could read or change', async () => {
    const { cookie, url } = await dances.begin();
    const readable = Buffer.from(cookie.split('=')[1] ?? '', 'base64url').toString('latin1');
    expect(readable).not.toContain(url.searchParams.get('state'));
    expect(readable).not.toContain('verifier');
  });
});

describe('the way back', () => {
  it('is closed to a wrong state, a missing, altered or foreign cookie, and to nothing at all', async () => {
    const login = dances.atGithub('wanda');
    const begun = await dances.begin();
    const back = await dances.grant(begun, login);
    const wrongState = new URL(back);
    wrongState.searchParams.set('state', 'A'.repeat(43));
    const callback = new URL(`${world.url}${START}/callback`);
    const altered = `${begun.cookie.slice(0, -2)}${begun.cookie.endsWith('AA') ? 'BB' : 'AA'}`;
    const foreign = (await dances.begin(`${OAUTH}/google`)).cookie;
    for (const [address, cookie] of [
      [wrongState, begun.cookie],
      [back, ''],
      [back, altered],
      [back, foreign],
      [callback, begun.cookie],
      [callback, ''],
    ] as const)
      expect(await dances.end(address, cookie)).toEqual(refusedAs('sign-in-expired'));
    // None of it has spoilt the right one.
    expect(await dances.end(back, begun.cookie)).toMatchObject({ status: 302, location: '/' });
  });

  it('is gone once: the same code and cookie sign nobody in again, nor does the code in another dance', async () => {
    const login = dances.atGithub('rita');
    const begun = await dances.begin();
    const back = await dances.grant(begun, login);
    expect((await dances.end(back, begun.cookie)).refresh).toBeDefined();
    expect(await dances.end(back, begun.cookie)).toEqual(refusedAs('sign-in-expired'));
    const other = await dances.begin();
    const replayed = new URL(back);
    replayed.searchParams.set('state', other.url.searchParams.get('state') ?? '');
    expect(await dances.end(replayed, other.cookie)).toEqual(refusedAs('sign-in-expired'));
  });

  it('takes no code that was granted to another browser: the verifier is not the one of its challenge', async () => {
    const stolen = await dances.grant(await dances.begin(), dances.atGithub('vera'));
    const thief = await dances.begin();
    stolen.searchParams.set('state', thief.url.searchParams.get('state') ?? '');
    expect(await dances.end(stolen, thief.cookie)).toEqual(refusedAs('sign-in-expired'));
  });

  it('takes no answer of another issuer', async () => {
    const begun = await dances.begin(`${OAUTH}/google`);
    const state = begun.url.searchParams.get('state') ?? '';
    const back = new URL(
      `${world.url}${OAUTH}/google/callback?code=x&state=${state}&iss=https://evil.example`,
    );
    expect(await dances.end(back, begun.cookie)).toEqual(refusedAs('sign-in-expired'));
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/..//evil.example',
  ])('leads to the front page where %j is asked for', async (returnTo) => {
    const ended = await dances.whole(
      dances.atGithub('olga'),
      `${START}?returnTo=${encodeURIComponent(returnTo)}`,
    );
    expect([ended.location, ended.refresh !== undefined]).toEqual(['/', true]);
  });

  it.each(['failing', 'talking nonsense', 'gone'] as const)(
    'says so where the provider is %s, and the log says why',
    async (mood) => {
      const begun = await dances.begin(`${START}?returnTo=/keywords`);
      const back = await dances.grant(begun, dances.atGithub('dora'));
      world.github.mood = mood;
      try {
        const page = '/sign-in?problem=provider-unavailable&returnTo=%2Fkeywords';
        expect(await dances.end(back, begun.cookie)).toEqual({
          status: 302,
          location: page,
          refresh: undefined,
        });
      } finally {
        world.github.mood = 'well';
      }
      const said = world.product.logged.findLast(
        ({ message }) => message === 'a sign-in through a provider was not finished',
      );
      expect(said).toMatchObject({ level: 'warn', provider: 'github', problem: 'provider-unavailable' });
      expect(JSON.stringify(said)).not.toContain(back.searchParams.get('code'));
    },
  );
});
