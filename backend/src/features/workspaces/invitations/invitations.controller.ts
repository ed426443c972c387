import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../../contracts/events/asked.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../../platform/http/api-docs.js';
import { IdParam, PageQuery } from '../../../platform/http/paging.dto.js';
import { Access, AskedBy, CalledBy } from '../../../platform/security/access.js';
import type { Caller } from '../../../platform/security/caller.js';
import {
  invitationPageSchema,
  InviteBody,
  invitedSchema,
  workspaceChangedSchema,
  type InvitationPage,
  type Invited,
  type WorkspaceChanged,
} from '../workspaces.dto.js';
import { Invite } from './invite.command.js';
import { ListInvitations } from './list-invitations.query.js';
import { RevokeInvitation } from './revoke-invitation.command.js';

// Also to see them: addresses of people who have not agreed to anything yet are for those who wrote to them.
@ApiTags('Workspaces')
@Access('members:write')
@Controller('workspaces/current/invitations')
export class InvitationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'inviteMember',
    summary: 'Mail somebody a link that makes them a member; it lasts seven days',
  })
  @TakesIdempotencyKey()
  @Answers(201, 'The mail is on its way; an earlier invitation of this address is void.', invitedSchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'idempotency-key-reused',
    'quota-reached',
    'email-unproved',
    'not-allowed',
    'not-possible-now',
    'too-many-requests',
  )
  async invite(
    @Body() { email, role }: InviteBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<Invited> {
    return this.commands.execute(new Invite(accountId, email, role, asked));
  }

  @Get()
  @ApiOperation({ operationId: 'listInvitations', summary: 'Who was invited and has not joined' })
  @Answers(200, 'A page of invitations, the newest first; expired ones are among them.', invitationPageSchema)
  @MayFail()
  async list(@Query() page: PageQuery, @AskedBy() { workspace }: Asked): Promise<InvitationPage> {
    return this.queries.execute(new ListInvitations(workspace, page));
  }

  @Delete(':id')
  @ApiOperation({
    operationId: 'revokeInvitation',
    summary: 'Take an invitation back, and forget its address',
  })
  @Answers(200, 'Its link is good for nothing.', workspaceChangedSchema)
  @MayFail('not-allowed', 'not-found')
  async revoke(
    @Param() { id }: IdParam,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<WorkspaceChanged> {
    return this.commands.execute(new RevokeInvitation(accountId, id, asked));
  }
}
