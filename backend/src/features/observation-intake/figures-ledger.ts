import { Injectable } from '@nestjs/common';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Problem } from '../../platform/http/problem.js';
import { REPORTED_FIGURES } from './reported-figures.projection.js';

const LONGEST_WAIT_MS = 5_000;

/** The rows of `reported-figures`, never older than asked for: decisions stand on them. */
@Injectable()
export class FiguresLedger {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
  ) {}

  /**
   * @param upTo position that must count; undefined: any state will do
   * @throws Problem 503 where the ledger does not catch up in time: guessing could lose a restatement
   */
  async read<Row>(
    upTo: bigint | undefined,
    sql: (schema: string) => string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    if (upTo !== undefined && !(await this.fresh.isAt(REPORTED_FIGURES, upTo, LONGEST_WAIT_MS)))
      throw new Problem('unavailable', 'The ledger of reported figures is catching up.', [], {
        'retry-after': '5',
      });
    return this.tables.read<Row>(REPORTED_FIGURES, sql, values);
  }
}
