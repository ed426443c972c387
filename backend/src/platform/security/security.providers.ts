import type { FactoryProvider } from '@nestjs/common';
import { KeyRing } from '../privacy/key-ring.js';
import { CLOCK, type Clock } from '../tokens.js';
import { AccessTokens } from './access-tokens.js';
import { SigningKeys } from './signing-keys.js';

export const securityProviders: FactoryProvider[] = [
  {
    provide: SigningKeys,
    inject: [KeyRing, CLOCK],
    useFactory: (ring: KeyRing, clock: Clock) => new SigningKeys(ring, clock),
  },
  {
    provide: AccessTokens,
    inject: [SigningKeys, CLOCK],
    useFactory: (keys: SigningKeys, clock: Clock) => new AccessTokens(keys, clock),
  },
];
