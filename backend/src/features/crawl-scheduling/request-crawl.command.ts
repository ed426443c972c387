import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { Quotas } from '../../platform/quotas/quotas.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { crawlStream, decideCrawl, type WantedCrawl } from './crawl.decider.js';

export class RequestCrawl extends Command<{ id: string; position: string }> {
  constructor(
    readonly wanted: WantedCrawl,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(RequestCrawl)
export class RequestCrawlHandler implements ICommandHandler<RequestCrawl> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly quotas: Quotas,
  ) {}

  async execute({ wanted, asked }: RequestCrawl): Promise<{ id: string; position: string }> {
    await this.quotas.spend('crawlsADay', asked.workspace, wanted.crawlId);
    const { position } = await this.append(wanted, asked);
    return { id: wanted.crawlId, position: String(position) };
  }

  private async append(wanted: WantedCrawl, asked: Asked) {
    try {
      return await this.log.append(crawlStream(wanted.crawlId), 'no-stream', [decideCrawl(wanted, asked)]);
    } catch (error) {
      await this.quotas.giveBack('crawlsADay', asked.workspace, wanted.crawlId);
      throw error;
    }
  }
}
