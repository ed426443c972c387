import { Global, Module } from '@nestjs/common';
import { API_KEYS } from '../../platform/security/caller.js';
import { KnownApiKeys } from './known-api-keys.query.js';

/** Programs that act for a workspace. */
@Global()
@Module({
  providers: [{ provide: API_KEYS, useClass: KnownApiKeys }],
  exports: [API_KEYS],
})
export class ApiKeysModule {}
