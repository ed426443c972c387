import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FiguresLedger } from './figures-ledger.js';
import type { FigureToRetract } from './retraction.decider.js';

/** A figure that this workspace handed in; undefined where it has none of that id. */
export class PostedFigure extends Query<FigureToRetract | undefined> {
  constructor(
    readonly workspace: string,
    readonly id: string,
    readonly upTo: bigint | undefined,
  ) {
    super();
  }
}

@QueryHandler(PostedFigure)
export class PostedFigureHandler implements IQueryHandler<PostedFigure> {
  constructor(private readonly ledger: FiguresLedger) {}

  async execute({ workspace, id, upTo }: PostedFigure): Promise<FigureToRetract | undefined> {
    const [figure] = await this.ledger.read<FigureToRetract>(
      upTo,
      (schema) => `
        select id, keyword, marketplace, country from ${schema}.reported_figures
         where id = $1::uuid and workspace = $2`,
      [id, workspace],
    );
    return figure;
  }
}
