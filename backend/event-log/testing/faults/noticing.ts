import { appendNoticing } from './append-noticing.js';
import { callNoticing } from './call-noticing.js';
import { metadataNoticing } from './metadata-noticing.js';
import { readNoticing } from './read-noticing.js';
import type { Noticing } from './noticing-shape.js';
import { subscriptionNoticing } from './subscription-noticing.js';

/** What each planted fault is noticed by. Every case of the contract stands here at least once. */
export const noticing: Readonly<Record<string, Noticing>> = {
  ...appendNoticing,
  ...readNoticing,
  ...subscriptionNoticing,
  ...callNoticing,
  ...metadataNoticing,
};
