import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FiguresLedger } from './figures-ledger.js';
import type { KnownFigure } from './intake.decider.js';

/** What is known of these identities once everything up to `upTo` counts. */
export class KnownFigures extends Query<ReadonlyMap<string, KnownFigure>> {
  constructor(
    readonly identities: readonly string[],
    readonly upTo: bigint | undefined,
  ) {
    super();
  }
}

@QueryHandler(KnownFigures)
export class KnownFiguresHandler implements IQueryHandler<KnownFigures> {
  constructor(private readonly ledger: FiguresLedger) {}

  async execute({ identities, upTo }: KnownFigures): Promise<ReadonlyMap<string, KnownFigure>> {
    const rows = await this.ledger.read<KnownFigure & { identity: string }>(
      upTo,
      (schema) => `
        select identity,
               (array_agg(id order by position desc))[1] as "newestId",
               (array_agg(fingerprint order by position desc) filter (where not retracted))[1] as standing
          from ${schema}.reported_figures
         where identity = any($1::uuid[])
         group by identity`,
      [identities],
    );
    return new Map(rows.map(({ identity, newestId, standing }) => [identity, { newestId, standing }]));
  }
}
