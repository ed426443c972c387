import type { Failure, QuotaReached } from './problem.js';

export interface ErrorWords {
  offline: string;
  offlineHelp: string;
  server: string;
  badInput: string;
  notFound: string;
  quota: QuotaWords;
}

type OfLimit = (limit: string) => string;

export interface QuotaWords {
  searchesADay: OfLimit;
  crawlsADay: OfLimit;
  importsADay: OfLimit;
  trackedKeywords: OfLimit;
  members: OfLimit;
  other: string;
  /** In how many hours, rounded up, or minutes. */
  backInHours: (hours: number) => string;
  backInMinutes: (minutes: number) => string;
  orRemove: string;
  orLarger: string;
}

/** A sentence on what happened and, where known, what to do. */
export function describeFailure({ kind, detail, quota }: Failure, words: ErrorWords): string {
  switch (kind) {
    case 'offline':
      return `${words.offline} ${words.offlineHelp}`;
    case 'not-found':
      return detail ?? words.notFound;
    case 'bad-input':
      return detail ? `${words.badInput} ${detail}` : words.badInput;
    case 'server':
      return words.server;
    case 'quota':
      return describeQuota(quota, words.quota);
  }
}

/** What is used up, and when it comes back or what makes room. */
function describeQuota(quota: QuotaReached | undefined, words: QuotaWords): string {
  const { name = null, limit = null, backInSeconds = null } = quota ?? {};
  const what = name !== null && limit !== null ? words[name](String(limit)) : words.other;
  if (backInSeconds === null) return `${what} ${name === null ? words.orLarger : words.orRemove}`;
  const minutes = Math.max(1, Math.ceil(backInSeconds / 60));
  const back = minutes < 60 ? words.backInMinutes(minutes) : words.backInHours(Math.ceil(minutes / 60));
  return `${what} ${back} ${words.orLarger}`;
}
