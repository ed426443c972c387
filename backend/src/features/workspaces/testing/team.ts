import type { Role } from '../../../../contracts/values/role.js';
import type { Answer, SignedInPerson, TestProduct } from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';

/** Whoever asks: by a token of a person in a workspace, or by an API key. */
export type As = SignedInPerson['as'];
export const INVITATIONS = '/api/v1/workspaces/current/invitations';
export const MEMBERS = '/api/v1/workspaces/current/members';
export const ACCEPT = '/api/v1/auth/accept-invitation';

export function call(
  product: TestProduct,
  as: As,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return product.ask(path, { method, headers: { ...as, 'content-type': 'application/json' }, ...sent });
}

/** The token of the mail that invites an address: the newest, once there are so many. */
export async function invitationFor(product: TestProduct, email: string, count = 1): Promise<string> {
  const mails = await until('the invitation', () => {
    const found = product.mails.filter(
      ({ to, text }) => to === email && text.includes('/accept-invitation?'),
    );
    return found.length >= count && found;
  });
  return /token=(\S+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
}

/** Goes on in another workspace, as the dashboard does. The cookie of the person is used up by it. */
export async function enter(
  product: TestProduct,
  { cookie }: SignedInPerson,
  workspaceId: string,
): Promise<As> {
  const answer = await product.post('/api/v1/auth/refresh', { workspaceId }, { authorization: '', cookie });
  if (answer.status !== 200) throw new Error(`entering was answered ${answer.text}`);
  return { authorization: `Bearer ${String(answer.body['accessToken'])}` };
}

/** Registers somebody, invites them, accepts, and goes on in the workspace of whoever invited. */
export async function join(
  product: TestProduct,
  inviter: SignedInPerson,
  name: string,
  role: Role,
): Promise<SignedInPerson & { readonly there: As }> {
  const person = await product.signUp(name);
  const invited = await call(product, inviter.as, 'POST', INVITATIONS, { email: person.email, role });
  if (invited.status !== 201) throw new Error(`inviting was answered ${invited.text}`);
  const token = await invitationFor(product, person.email);
  const accepted = await call(product, person.as, 'POST', ACCEPT, { token });
  if (accepted.status !== 200) throw new Error(`accepting was answered ${accepted.text}`);
  return { ...person, there: await enter(product, person, inviter.workspaceId) };
}
