import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Asked } from '../../../contracts/events/asked.js';
import { WrongExpectedRevision } from '../../../event-log/errors.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import { decideIntake, streamOfPart, streamsOf } from './intake.decider.js';
import { IntakeTurns } from './intake-turns.js';
import { KnownFigures } from './known-figures.query.js';
import { figureIdentity, type PostedObservation } from './posted-observation.js';

export interface IntakeAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly position: string;
}

const TRIES = 5;

export class PostObservations extends Command<IntakeAnswer> {
  constructor(
    readonly posted: readonly PostedObservation[],
    readonly asked: Asked,
    /** Shared by the repeats of one request, see `RequestName`: they are answered as the first one was. */
    readonly name?: string,
  ) {
    super();
  }
}

/** What an earlier try of the same request recorded before it was cut off. */
interface Before {
  readonly parts: number;
  readonly events: number;
  readonly position: bigint | undefined;
}

@CommandHandler(PostObservations)
export class PostObservationsHandler implements ICommandHandler<PostObservations> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly queries: QueryBus,
    private readonly turns: IntakeTurns,
  ) {}

  async execute(command: PostObservations): Promise<IntakeAnswer> {
    const { posted, asked } = command;
    const identities = [...new Set(posted.map((item) => figureIdentity(asked.workspace, item)))];
    // Posts that share an observation must not decide on it at the same moment: each would record it.
    return this.turns.take(identities, () => this.record(identities, command));
  }

  private async record(
    identities: readonly string[],
    { posted, asked, name }: PostObservations,
  ): Promise<IntakeAnswer> {
    for (let attempt = 1; ; attempt++) {
      const before = await this.recordedBefore(name);
      // Whatever an answer was given for stands before the head: seen here, it counts.
      const head = await this.log.head();
      const known = await this.queries.execute(new KnownFigures(identities, head));
      const { events } = decideIntake(posted, known, asked);
      // Duplicates stand before what is the head now, though maybe not before the head of a moment ago.
      let position = events.length > 0 ? undefined : (before.position ?? (await this.log.head()));
      try {
        for (const part of streamsOf(events, name, before.parts))
          ({ position } = await this.log.append(part.stream, 'no-stream', part.events));
        const accepted = before.events + events.length;
        return { accepted, duplicates: posted.length - accepted, position: String(position ?? 0n) };
      } catch (error) {
        // An append of an earlier try, still on its way when that was cut off, came in between: it is known now.
        if (!(error instanceof WrongExpectedRevision) || attempt === TRIES) throw error;
      }
    }
  }

  private async recordedBefore(name: string | undefined): Promise<Before> {
    let events = 0;
    let position: bigint | undefined;
    for (let parts = 0; name !== undefined; parts += 1) {
      const sofar = events;
      for await (const event of this.log.readStream(streamOfPart(name, parts))) {
        events += 1;
        position = event.position;
      }
      if (events === sofar) return { parts, events, position };
    }
    return { parts: 0, events, position };
  }
}
