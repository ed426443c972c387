import { Body, Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { IdParam, PageQuery } from '../../platform/http/paging.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { Access, AskedBy, CalledBy } from '../../platform/security/access.js';
import type { Caller } from '../../platform/security/caller.js';
import {
  apiKeyPageSchema,
  IssueApiKeyBody,
  issuedApiKeySchema,
  revokedApiKeySchema,
  type ApiKeyPage,
  type IssuedApiKey,
  type RevokedApiKey,
} from './api-keys.dto.js';
import { IssueApiKey } from './issue-api-key.command.js';
import { ListApiKeys } from './list-api-keys.query.js';
import { RevokeApiKey } from './revoke-api-key.command.js';

@ApiTags('API keys')
@Access('api-keys:write')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'issueApiKey', summary: 'Make a key for a program; it is shown this once' })
  @TakesIdempotencyKey()
  @Answers(201, 'Made; copy the key now.', issuedApiKeySchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'not-allowed',
    'idempotency-key-reused',
  )
  async issue(
    @Body() { name, scope, expiresInDays }: IssueApiKeyBody,
    @CalledBy() { accountId, role }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<IssuedApiKey> {
    return this.commands.execute(new IssueApiKey({ name, scope, expiresInDays }, { accountId, role }, asked));
  }

  @Access('api-keys:read')
  @Get()
  @ApiOperation({
    operationId: 'listApiKeys',
    summary: 'Keys of this workspace, without what they open with',
  })
  @Answers(
    200,
    'A page of keys that were not revoked, the newest first; expired ones are among them.',
    apiKeyPageSchema,
  )
  @MayFail()
  async list(@Query() query: PageQuery, @AskedBy() { workspace }: Asked): Promise<ApiKeyPage> {
    return this.queries.execute(new ListApiKeys(workspace, query.limit, query.cursor, query.minPosition));
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'revokeApiKey', summary: 'End a key; within two seconds it opens nothing' })
  @Answers(200, 'Revoked.', revokedApiKeySchema)
  @MayFail('not-found')
  async revoke(@Param() { id }: IdParam, @AskedBy() asked: Asked): Promise<RevokedApiKey> {
    const done = await this.commands.execute(new RevokeApiKey(id, asked));
    if (!done) throw new Problem('not-found', 'This workspace has no such key.');
    return done;
  }
}
