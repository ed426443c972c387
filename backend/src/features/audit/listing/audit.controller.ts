import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import { Access, CalledBy } from '../../../platform/security/access.js';
import type { Caller } from '../../../platform/security/caller.js';
import { auditPageSchema, AuditQuery, type AuditPage } from './audit-events.dto.js';
import { ListAuditEvents } from './list-audit-events.query.js';

@ApiTags('Audit')
@Access('audit:read')
@Controller('audit')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

  @Get('events')
  @ApiOperation({
    operationId: 'listAuditEvents',
    summary: 'Who did what, when, from where and why, the newest first',
    description:
      'Everything of the workspace, and what its members did with their accounts while they were members. Operators see all workspaces; texts of other workspaces’ people stay closed to them.',
  })
  @Answers(200, 'A page of events.', auditPageSchema)
  @MayFail()
  list(@Query() query: AuditQuery, @CalledBy() caller: Caller): Promise<AuditPage> {
    return this.queries.execute(new ListAuditEvents(caller, query));
  }
}
