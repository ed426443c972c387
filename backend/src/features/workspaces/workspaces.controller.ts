import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { PageQuery } from '../../platform/http/paging.dto.js';
import { Access, AskedBy, CalledBy } from '../../platform/security/access.js';
import type { Caller } from '../../platform/security/caller.js';
import { CreateWorkspace } from './create-workspace.command.js';
import { ListWorkspaces } from './list-workspaces.query.js';
import { RenameWorkspace } from './rename-workspace.command.js';
import {
  workspaceChangedSchema,
  workspaceMadeSchema,
  WorkspaceNameBody,
  workspacePageSchema,
  type WorkspaceChanged,
  type WorkspaceMade,
  type WorkspacePage,
} from './workspaces.dto.js';

@ApiTags('Workspaces')
@Access('person')
@Controller('workspaces')
export class WorkspacesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listWorkspaces', summary: 'Where you are a member, and as what' })
  @Answers(200, 'A page of workspaces, the first joined first.', workspacePageSchema)
  @MayFail()
  async list(
    @Query() page: PageQuery,
    @CalledBy() { accountId, workspaceId }: Caller,
  ): Promise<WorkspacePage> {
    return this.queries.execute(new ListWorkspaces(accountId, workspaceId, page));
  }

  @Post()
  @ApiOperation({ operationId: 'createWorkspace', summary: 'Make another workspace, and own it' })
  @TakesIdempotencyKey()
  @Answers(201, 'Made; POST /auth/refresh with its id gives a token for it.', workspaceMadeSchema)
  @MayFail('malformed-request', 'too-large', 'unsupported-media-type', 'idempotency-key-reused')
  async create(
    @Body() { name }: WorkspaceNameBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<WorkspaceMade> {
    return this.commands.execute(new CreateWorkspace(accountId, name, asked));
  }

  @Access('workspace:write')
  @Patch('current')
  @ApiOperation({ operationId: 'renameWorkspace', summary: 'Call this workspace something else' })
  @Answers(200, 'Renamed.', workspaceChangedSchema)
  @MayFail('malformed-request', 'too-large', 'unsupported-media-type')
  async rename(@Body() { name }: WorkspaceNameBody, @AskedBy() asked: Asked): Promise<WorkspaceChanged> {
    return this.commands.execute(new RenameWorkspace(name, asked));
  }
}
