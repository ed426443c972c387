import { randomUUID } from 'node:crypto';
import { keywordId } from '../../../contracts/values/keyword.js';
import { prove } from '../../platform/testing/prove.js';
import {
  byStripe,
  factEvent,
  subscriptionStream,
} from '../../features/billing/subscription/subscription-events.js';
import { call, INVITATIONS, invitationFor, join } from '../../features/workspaces/testing/team.js';
import type { Answer, SignedInPerson, TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { metadataOf } from './bad-credentials.js';
import { UNKNOWN_ID } from './documented-routes.js';

/** Stands in every text that the owner wrote, and nobody else writes it. */
export const CANARY = 'zxqv';
/** Stands in keywords that a look at public pages is asked for: those are shared, and nobody learns who asked. */
export const SHARED_CANARY = 'wqkv';
/** Where a shared keyword may be read. */
export const SHOWS_KEYWORDS: readonly string[] = ['GET /api/v1/keywords', 'GET /api/v1/suggestions'];
/** Finds the owner's texts where one can search, and is none of them. */
export const HUNT = CANARY.slice(0, 3);

/** Something of the owner that a path names. */
export interface PlantedThing {
  readonly id: string;
  /** Looks like one, and names nothing of anybody. */
  readonly nowhere: string;
  /** Where its owner sees it. */
  readonly seenAt: string;
}

/** What paths name that belongs to nobody: everybody may know it, or nobody but operators reaches it. */
export const NOBODYS: Readonly<Record<string, string>> = {
  '/api/v1/auth/oauth/:provider': 'providers are those of the installation, for whoever signs in',
  '/api/v1/projections/:name': 'read models are those of the installation, for operators alone',
};

/** What some routes must be asked. */
export const QUERIES: Readonly<Record<string, string>> = {
  'GET /api/v1/keywords/:id/trend': '?metric=searchVolume',
};

/** What the routes that change a planted thing want to be told. */
export const BODIES: Readonly<Record<string, object>> = {
  'PATCH /api/v1/workspaces/current/members/:id': { role: 'viewer' },
  'DELETE /api/v1/observations/:id': { why: 'it is not mine' },
  'POST /api/v1/me/identities/:provider/link': {},
};

/** Other reads without an id that show nothing of a workspace or a person. */
export const SHOWS_NOBODY: readonly string[] = [
  'GET /api/v1/status',
  'GET /api/v1/auth/providers',
  'GET /api/v1/projections',
  'GET /api/v1/billing/plans',
  // Words and numbers of a plan, and sums of all workspaces for operators.
  'GET /api/v1/billing/subscription',
  'GET /api/v1/billing/overview',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
];

export interface Planted {
  /** By the path that names it, as the router writes it. */
  readonly things: Readonly<Record<string, PlantedThing>>;
  /** Ids that nobody else may read. */
  readonly ids: readonly string[];
}

const POSTED = { keyword: `${CANARY} posted`, marketplace: 'etsy', country: 'US' } as const;

/** Gives a person of a workspace one of everything that a route can name. */
export async function plant(product: TestProduct, owner: SignedInPerson): Promise<Planted> {
  const ask = (method: string, path: string, body?: unknown) => call(product, owner.as, method, path, body);
  const made = async (path: string, body: unknown) => idOf(await ask('POST', path, body));
  await prove(product, owner);
  await ask('PATCH', '/api/v1/workspaces/current', { name: `${CANARY} workspace` });
  const member = await join(product, owner, `${CANARY} member`, 'analyst');
  const guest = { email: `${CANARY}-guest@example.com`, role: 'viewer' };
  const invitation = await made(INVITATIONS, guest);
  await invitationFor(product, guest.email);
  const of = { country: 'US', marketplace: 'etsy' };
  const tracked = await made('/api/v1/tracked-keywords', { keyword: `${SHARED_CANARY} tracked`, ...of });
  const crawled = { keyword: `${SHARED_CANARY} crawled`, country: 'US', marketplaces: ['etsy'] };
  const crawl = await made('/api/v1/crawls', crawled);
  const key = await made('/api/v1/api-keys', { name: `${CANARY} key`, scope: 'viewer' });
  await ask('GET', `/api/v1/keywords?query=${CANARY}+searched`);
  const search = await firstOf(owner, product, '/api/v1/me/searches');
  const session = await firstOf(owner, product, '/api/v1/me/sessions');
  const figure = await postObservation(product, owner);
  await linkGoogle(product, owner);
  const invoice = await payInvoice(product, owner);
  const things: Record<string, string | PlantedThing> = {
    '/api/v1/keywords/:id': keywordId(POSTED.marketplace, POSTED.country, POSTED.keyword),
    '/api/v1/tracked-keywords/:id': tracked,
    '/api/v1/crawls/:id': { id: crawl, nowhere: UNKNOWN_ID, seenAt: `/api/v1/crawls/${crawl}` },
    '/api/v1/workspaces/current/members/:id': member.id,
    '/api/v1/workspaces/current/invitations/:id': invitation,
    '/api/v1/api-keys/:id': key,
    '/api/v1/me/searches/:id': search,
    '/api/v1/me/sessions/:id': session,
    '/api/v1/me/identities/:provider': { id: 'google', nowhere: 'github', seenAt: '/api/v1/me' },
    '/api/v1/observations/:id': {
      id: figure,
      nowhere: UNKNOWN_ID,
      seenAt: '/api/v1/audit/events?limit=200&type=observation.',
    },
  };
  const named = Object.entries(things).map(([path, thing]): [string, PlantedThing] => [
    path,
    typeof thing === 'string'
      ? { id: thing, nowhere: UNKNOWN_ID, seenAt: path.slice(0, path.lastIndexOf('/')) }
      : thing,
  ]);
  const planted = named.map(([, { id }]) => id).filter((id) => id !== 'google');
  return { things: Object.fromEntries(named), ids: [...planted, invoice, owner.id, owner.workspaceId] };
}

function idOf({ status, body, text }: Answer): string {
  if (typeof body['id'] !== 'string') throw new Error(`planting was answered ${status} ${text}`);
  return body['id'];
}

/** Once there is one. */
const firstOf = (owner: SignedInPerson, product: TestProduct, path: string): Promise<string> =>
  until(`something in ${path}`, async () => {
    const [first] = (await product.get(path, owner.as)).body.items ?? [];
    return first === undefined ? undefined : String(first['id']);
  });

/** As if the dance with the provider had been danced. */
async function linkGoogle(product: TestProduct, { id: accountId, as }: SignedInPerson): Promise<void> {
  const data = { accountId, provider: 'google' as const, subjectHash: 'c'.repeat(43) };
  await product.eventLog.append(`account-${accountId}`, 'any', [
    { id: randomUUID(), type: 'account.IdentityLinked.v1', data, metadata: metadataOf(accountId) },
  ]);
  await until('the provider is linked', async () =>
    (await product.get('/api/v1/me', as)).text.includes('google'),
  );
}

/** As if Stripe had told of it. */
async function payInvoice(product: TestProduct, { workspaceId, as }: SignedInPerson): Promise<string> {
  const invoiceId = `in_${CANARY}`;
  const invoice = { invoiceId, number: `${CANARY}-0001`, status: 'paid', billingReason: 'manual', totalMinor: 1_500, dueMinor: 1_500, paidMinor: 1_500, currency: 'EUR', attemptCount: 1, nextAttemptAt: null }; // prettier-ignore
  const told = {
    workspaceId,
    at: new Date().toISOString(),
    stripeEventId: `evt_${CANARY}`,
    stripeType: 'invoice.paid',
  };
  const data = { ...told, subscriptionId: null, customerId: `cus_${CANARY}`, invoice };
  const fact = factEvent({ type: 'subscription.InvoicePaid.v1', data }, byStripe(told.stripeEventId));
  await product.eventLog.append(subscriptionStream(workspaceId), 'any', [fact]);
  await until('the invoice is listed', async () =>
    (await product.get('/api/v1/billing/invoices', as)).text.includes(invoiceId),
  );
  return invoiceId;
}

/** Of a keyword that nobody was asked to look at: it exists for the workspace alone. */
async function postObservation(product: TestProduct, owner: SignedInPerson): Promise<string> {
  const observation = {
    ...POSTED,
    observedAt: '2026-03-14T09:30:00Z',
    source: `${CANARY} tool`,
    metrics: { searchVolume: { value: 7, relation: 'eq', kind: 'reported' } },
  };
  await call(product, owner.as, 'POST', '/api/v1/observations', { observations: [observation] });
  return until('the figure is recorded', async () => {
    const events = await product.recorded();
    return events.find(({ type, metadata }) => type.startsWith('observation.') && metadata.actor === owner.id)
      ?.id;
  });
}
