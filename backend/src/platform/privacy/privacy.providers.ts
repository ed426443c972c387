import type { FactoryProvider } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CLOCK, CONFIG, type Clock } from '../tokens.js';
import { KeyRing } from './key-ring.js';
import { MailTokens } from './mail-tokens.js';
import { MasterKeys } from './master-keys.js';
import { Sealing } from './sealing.js';

/** The keys of persons, and what is done with them. */
export const privacyProviders: FactoryProvider[] = [
  {
    provide: KeyRing,
    inject: [CONFIG],
    useFactory: (config: Pick<Config, 'KEY_RING_FILE' | 'MASTER_KEYS'>) =>
      KeyRing.open(config.KEY_RING_FILE, new MasterKeys(config.MASTER_KEYS)),
  },
  { provide: Sealing, inject: [KeyRing], useFactory: (ring: KeyRing) => new Sealing(ring) },
  {
    provide: MailTokens,
    inject: [KeyRing, CLOCK],
    useFactory: (ring: KeyRing, clock: Clock) => new MailTokens(ring, clock),
  },
];
