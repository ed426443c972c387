import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { Gate } from '../../../platform/security/gate.js';
import { AcceptInvitationBody, joinedSchema, type Joined } from '../workspaces.dto.js';
import { AcceptInvitation } from './accept-invitation.command.js';

/** The token of the mail opens it, whoever is signed in or not: it is what proves that somebody was invited. */
@ApiTags('Signing in')
@Access('public')
@Controller('auth')
export class AcceptInvitationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly gate: Gate,
  ) {}

  @Post('accept-invitation')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'acceptInvitation',
    summary: 'Become a member by the link that was mailed to your address',
    description:
      'The account of the invited address becomes a member, and stays one however often this is repeated. No token is needed where that account has confirmed its address. Where it has not, send the access token of that account: the link then confirms the address, too. With the token of another account it is refused.',
  })
  @Answers(200, 'The account of that address is a member.', joinedSchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'quota-reached',
    'not-allowed',
    'email-unproved',
    'account-needed',
    'not-possible-now',
    'too-many-requests',
  )
  async accept(
    @Body() { token }: AcceptInvitationBody,
    @Req() request: FastifyRequest,
    @AskedBy() asked: Asked,
  ): Promise<Joined> {
    const caller = await this.gate.callerOf(request);
    const signedInAs = caller?.kind === 'person' ? caller.accountId : undefined;
    return this.commands.execute(new AcceptInvitation(token, signedInAs, asked));
  }
}
