import { Global, Module } from '@nestjs/common';
import { API_KEYS } from '../../platform/security/caller.js';
import { ApiKeysController } from './api-keys.controller.js';
import { IssueApiKeyHandler } from './issue-api-key.command.js';
import { KnownApiKeys } from './known-api-keys.query.js';
import { ListApiKeysHandler } from './list-api-keys.query.js';
import { RevokeApiKeyHandler } from './revoke-api-key.command.js';

/** Programs that act for a workspace. */
@Global()
@Module({
  controllers: [ApiKeysController],
  providers: [
    { provide: API_KEYS, useClass: KnownApiKeys },
    IssueApiKeyHandler,
    ListApiKeysHandler,
    RevokeApiKeyHandler,
  ],
  exports: [API_KEYS],
})
export class ApiKeysModule {}
