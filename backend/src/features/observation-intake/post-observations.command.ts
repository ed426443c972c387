import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Redis } from 'ioredis';
import type { Asked } from '../../../contracts/events/asked.js';
import { WrongExpectedRevision } from '../../../event-log/errors.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { EVENT_LOG, REDIS } from '../../platform/tokens.js';
import { decideIntake, streamsOf } from './intake.decider.js';
import { KnownFigures } from './known-figures.query.js';
import { figureIdentity, type PostedObservation } from './posted-observation.js';
import { Turns } from './turns.js';

export interface IntakeAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly position: string;
}

const TRIES = 5;
/** Requests at the same moment are seconds apart at most. */
const CLAIM_S = 600;

export class PostObservations extends Command<IntakeAnswer> {
  constructor(
    readonly posted: readonly PostedObservation[],
    readonly asked: Asked,
  ) {
    super();
  }
}

@CommandHandler(PostObservations)
export class PostObservationsHandler implements ICommandHandler<PostObservations> {
  private readonly turns = new Turns();

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly queries: QueryBus,
  ) {}

  async execute({ posted, asked }: PostObservations): Promise<IntakeAnswer> {
    const identities = [...new Set(posted.map((item) => figureIdentity(asked.workspace, item)))];
    // Posts that share an observation must not decide on it at the same moment: each would record it.
    return this.turns.take(identities, () => this.record(identities, posted, asked));
  }

  private async record(
    identities: readonly string[],
    posted: readonly PostedObservation[],
    asked: Asked,
  ): Promise<IntakeAnswer> {
    let accepted = 0;
    for (let attempt = 1; ; attempt++) {
      // Whatever an answer was given for stands before the head: seen here, it counts.
      const head = await this.log.head();
      const known = await this.queries.execute(new KnownFigures(identities, head));
      const { events } = decideIntake(posted, known, asked);
      // Duplicates stand before what is the head now, though maybe not before the head of a moment ago.
      let position = events.length > 0 ? undefined : await this.log.head();
      try {
        for (const part of streamsOf(events)) {
          ({ position } = await this.log.append(part.stream, 'no-stream', part.events));
          if (await this.isOurs(part.stream)) accepted += part.events.length;
        }
        return { accepted, duplicates: posted.length - accepted, position: String(position ?? 0n) };
      } catch (error) {
        // The same batch was recorded a moment ago, by a retry or by a twin of this request: what it holds is known now.
        if (!(error instanceof WrongExpectedRevision) || attempt === TRIES) throw error;
      }
    }
  }

  /**
   * The log takes a repeated append of the same events for the first one. Of equal posts at the same moment only one may
   * say "accepted": who comes first; the others say "duplicate". Without Redis nobody can tell, and what is recorded is
   * still right: then all of them say "accepted".
   */
  private async isOurs(stream: string): Promise<boolean> {
    const claimed = this.redis.set(`intake:${stream}`, '1', 'EX', CLAIM_S, 'NX');
    return claimed.then(
      (answer) => answer === 'OK',
      () => true,
    );
  }
}
