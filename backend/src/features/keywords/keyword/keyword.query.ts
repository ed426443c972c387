import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { keywordItem } from '../projection/keyword-item.js';
import { summarise } from '../projection/summary.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import { observationsKnown } from '../reading/observations-known.js';
import { formulasAt } from '../scoring/formulas.js';
import type { KeywordDto } from './keyword.dto.js';
import { scoresOf } from './scores.js';

export class GetKeyword extends Query<KeywordDto> {
  constructor(
    readonly id: string,
    readonly workspace: string,
    readonly asOf: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetKeyword)
export class GetKeywordHandler implements IQueryHandler<GetKeyword> {
  constructor(private readonly tables: KeywordTables) {}

  async execute({ id, workspace, asOf, minPosition }: GetKeyword): Promise<KeywordDto> {
    const { item: current, freshness } = await this.tables.known(id, workspace, minPosition);
    const formulas = formulasAt(asOf);
    if (asOf === undefined)
      return { ...current, ...freshness, scores: await scoresOf(current, formulas, this.tables) };
    const observations = await observationsKnown(this.tables, {
      keywordIds: [id],
      workspace,
      asOf,
      formulas,
    });
    const item = keywordItem(current, summarise(observations), formulas);
    return { ...item, asOf, ...freshness, scores: await scoresOf(item, formulas, this.tables) };
  }
}
