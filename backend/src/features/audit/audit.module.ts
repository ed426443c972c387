import { Module } from '@nestjs/common';
import { AuditController } from './listing/audit.controller.js';
import { AuditedRows } from './listing/audited-rows.js';
import { ListAuditEventsHandler } from './listing/list-audit-events.query.js';
import { RecordedDetails } from './listing/recorded-details.js';

/** Who did what: read from the log itself. */
@Module({
  controllers: [AuditController],
  providers: [AuditedRows, RecordedDetails, ListAuditEventsHandler],
})
export class AuditModule {}
