import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { Quotas } from '../../platform/quotas/quotas.js';
import { TRACKED_KEYWORDS } from './tracked-keywords.projection.js';

/** Says to the quotas what a workspace tracks. */
@Injectable()
export class CountTracked implements OnModuleInit {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly quotas: Quotas,
  ) {}

  onModuleInit(): void {
    this.quotas.countBy('trackedKeywords', (workspace) => this.idsOf(workspace));
  }

  private async idsOf(workspace: string): Promise<string[]> {
    const tracked = await this.tables.read<{ id: string }>(
      TRACKED_KEYWORDS,
      (schema) => `select id from ${schema}.tracked_keywords where workspace = $1`,
      [workspace],
    );
    return tracked.map(({ id }) => id);
  }
}
