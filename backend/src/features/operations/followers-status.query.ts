import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../../../event-log/event-log.js';
import { rows } from '../../../following/database/database.js';
import { projectionsStatus } from '../../../following/runner/projections-status.js';
import { reactionsStatus } from '../../../following/runner/start-reactor.js';
import { EVENT_LOG } from '../../platform/tokens.js';
import type { ProjectionDto, ProjectionListDto, ReactionDto } from './operations.dto.js';

/** How every follower of the log stands at this moment. */
export class FollowersStatus extends Query<ProjectionListDto> {}

const MOST_PARKED = 20;

type Parked = NonNullable<ProjectionDto['parked']>[number];
type Extras = Pick<ProjectionDto, 'requested' | 'previous'> & { readonly parked: readonly Parked[] };

@QueryHandler(FollowersStatus)
export class FollowersStatusHandler implements IQueryHandler<FollowersStatus> {
  constructor(
    private readonly orm: MikroORM,
    @Inject(EVENT_LOG) private readonly eventLog: EventLog,
  ) {}

  async execute(): Promise<ProjectionListDto> {
    // Reactions before the head: what they have reached by then is never ahead of it.
    const reactions = await reactionsStatus(this.orm);
    const [projections, extras] = await Promise.all([
      projectionsStatus(this.orm, this.eventLog),
      this.extras(),
    ]);
    const head = await this.eventLog.head();
    return {
      head: head?.toString() ?? null,
      items: projections.map((projection) => {
        const { requested, previous, parked = [] } = extras.get(projection.name) ?? {};
        return {
          ...projection,
          ...(requested && !projection.rebuild ? { requested } : {}),
          ...(previous ? { previous } : {}),
          ...(parked.length > 0 ? { parked: [...parked] } : {}),
        };
      }),
      reactions: reactions.map(({ name, position, eventsCounted, status, error }): ReactionDto => ({
        name,
        position,
        lag: Math.max(0, Number((head ?? -1n) - BigInt(position ?? -1))),
        events: eventsCounted,
        status,
        ...(error === undefined ? {} : { error }),
      })),
    };
  }

  /** By projection: what can be undone, what is asked for, what was set aside. */
  private async extras(): Promise<Map<string, Extras>> {
    const found = await rows<{
      projection: string;
      requested: boolean;
      previous: { version: number; build: number } | null;
      parked: Parked[] | null;
    }>(
      this.orm,
      `select live.projection,
              exists (select 1 from following.requests r where r.projection = live.projection) as requested,
              (select json_build_object('version', b.version, 'build', b.build) from following.builds b
                where b.projection = live.projection and b.status = 'previous'
                order by b.switched_at desc nulls first, b.build desc limit 1) as previous,
              (select json_agg(json_build_object('position', p.position::text, 'eventId', p.event_id,
                        'type', p.event_type, 'error', p.error,
                        'parkedAt', to_char(p.parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                 from (select * from following.parked_events e
                        where e.projection = live.projection and e.build = live.build
                        order by e.position desc limit $1) p) as parked
         from following.builds live where live.status = 'live'`,
      [MOST_PARKED],
    );
    return new Map(
      found.map(({ projection, requested, previous, parked }) => [
        projection,
        {
          ...(requested ? { requested: true as const } : {}),
          ...(previous ? { previous } : {}),
          parked: parked ?? [],
        },
      ]),
    );
  }
}
