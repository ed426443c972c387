import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Redis } from 'ioredis';
import type { Asked } from '../../../contracts/events/asked.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { decideOn } from '../../platform/event-log/decide-on.js';
import { EVENT_LOG, REDIS } from '../../platform/tokens.js';
import { apiKeyStream, decideRevoke, evolve, isOpenIn, type ApiKeyState } from './api-key.decider.js';
import type { RevokedApiKey } from './api-keys.dto.js';
import { API_KEYS_MODEL } from './api-keys.projection.js';
import { LAST_USED } from './known-api-keys.query.js';

/** Answers undefined where this workspace has no such key. */
export class RevokeApiKey extends Command<RevokedApiKey | undefined> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(RevokeApiKey)
export class RevokeApiKeyHandler implements ICommandHandler<RevokeApiKey> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly fresh: FreshReads,
  ) {}

  async execute({ id, asked }: RevokeApiKey): Promise<RevokedApiKey | undefined> {
    const decided = await decideOn<ApiKeyState>(this.log, apiKeyStream(id), undefined, evolve, ({ state }) =>
      decideRevoke(state, id, asked),
    );
    if (!isOpenIn(decided.before, asked.workspace)) return undefined;
    const position = String(decided.position ?? 0n);
    await this.fresh.waitFor(API_KEYS_MODEL, position);
    // What is left there if Redis is away says nothing to anybody: the list no longer has the key.
    await this.redis.hdel(LAST_USED, id).catch(() => undefined);
    return { position };
  }
}
