/** Injection tokens of what has no class of its own. */
export const CONFIG = Symbol('config');
export const LOG = Symbol('log');
export const EVENT_LOG = Symbol('event log');
export const REDIS = Symbol('redis');
export const CLOCK = Symbol('clock');
export const REQUEST_LIMITS = Symbol('request limits');

/** Milliseconds since 1970, as Date.now gives them. */
export type Clock = () => number;
