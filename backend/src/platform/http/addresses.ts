export const API_PREFIX = 'api/v1';
/** Routes outside `/api/v1`: what machines ask. */
export const OUTSIDE_API = ['health/live', 'health/ready', 'metrics', '.well-known/jwks.json'];
