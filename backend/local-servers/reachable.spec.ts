import { describe, expect, it } from '@jest/globals';
import { endpointsOf } from './reachable.js';

describe('the hosts of an address', () => {
  it.each([
    ['postgres://user:p@ss@db.internal:5433/digitallz', [{ host: 'db.internal', port: 5433 }]],
    ['redis://127.0.0.1', [{ host: '127.0.0.1', port: 6379 }]],
    ['esdb://127.0.0.1:2113?tls=false', [{ host: '127.0.0.1', port: 2113 }]],
    [
      'esdb://admin:changeit@a:2111,b:2112,c?tls=true',
      [
        { host: 'a', port: 2111 },
        { host: 'b', port: 2112 },
        { host: 'c', port: 2113 },
      ],
    ],
  ])('of %s are found', (address, endpoints) => {
    expect(endpointsOf(address)).toEqual(endpoints);
  });
});
