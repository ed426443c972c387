import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import { WrongExpectedRevision } from '../../../event-log/errors.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { PostedFigure } from './posted-figure.query.js';
import { decideRetraction, retractionStream } from './retraction.decider.js';

/** Answers undefined where this workspace handed in no such figure. A repeat answers as the first. */
export class RetractObservation extends Command<{ position: string } | undefined> {
  constructor(
    readonly id: string,
    readonly why: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(RetractObservation)
export class RetractObservationHandler implements ICommandHandler<RetractObservation> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly queries: QueryBus,
  ) {}

  async execute({ id, why, asked }: RetractObservation): Promise<{ position: string } | undefined> {
    const head = await this.log.head();
    const figure = await this.queries.execute(new PostedFigure(asked.workspace, id, head));
    if (!figure) return undefined;
    const stream = retractionStream(id);
    try {
      const { position } = await this.log.append(stream, 'no-stream', [decideRetraction(figure, why, asked)]);
      return { position: String(position) };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      for await (const before of this.log.readStream(stream)) return { position: String(before.position) };
      throw error;
    }
  }
}
