import { Body, Controller, Delete, Get, Param, Patch, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import { IdParam, PageQuery } from '../../../platform/http/paging.dto.js';
import { Access, AskedBy, CalledBy } from '../../../platform/security/access.js';
import type { Caller } from '../../../platform/security/caller.js';
import {
  memberPageSchema,
  RoleBody,
  workspaceChangedSchema,
  type MemberPage,
  type WorkspaceChanged,
} from '../workspaces.dto.js';
import { ChangeRole } from './change-role.command.js';
import { ListMembers } from './list-members.query.js';
import { RemoveMember } from './remove-member.command.js';

@ApiTags('Workspaces')
@Access('members:write')
@Controller('workspaces/current/members')
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Access('members:read')
  @Get()
  @ApiOperation({ operationId: 'listMembers', summary: 'Who belongs to this workspace' })
  @Answers(200, 'A page of members, the first joined first.', memberPageSchema)
  @MayFail()
  async list(@Query() page: PageQuery, @CalledBy() { accountId, workspaceId }: Caller): Promise<MemberPage> {
    return this.queries.execute(new ListMembers(workspaceId, accountId, page));
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeRole', summary: 'Give a member another role, not above your own' })
  @Answers(200, 'They have it.', workspaceChangedSchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'not-allowed',
    'not-found',
    'not-possible-now',
  )
  async changeRole(
    @Param() { id }: IdParam,
    @Body() { role }: RoleBody,
    @CalledBy() { accountId: by }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<WorkspaceChanged> {
    return this.commands.execute(new ChangeRole({ by, accountId: id, role }, asked));
  }

  // Whoever belongs to it may leave; that removing another takes more is decided with the roles as they are in the log.
  @Access('person')
  @Delete(':id')
  @ApiOperation({
    operationId: 'removeMember',
    summary: 'Leave this workspace, or remove somebody from it (members:write)',
  })
  @Answers(200, 'They are no member any more.', workspaceChangedSchema)
  @MayFail('not-allowed', 'not-found', 'not-possible-now')
  async remove(
    @Param() { id }: IdParam,
    @CalledBy() { accountId: by }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<WorkspaceChanged> {
    return this.commands.execute(new RemoveMember({ by, accountId: id }, asked));
  }
}
