import { Body, Controller, Delete, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asked } from '../../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import { Problem } from '../../../platform/http/problem.js';
import { Access, AskedBy, CalledBy } from '../../../platform/security/access.js';
import type { Caller } from '../../../platform/security/caller.js';
import { Accounts } from '../accounts.js';
import { doneSchema } from '../auth.dto.js';
import { setDanceCookie } from './dance-cookie.js';
import { BeginsDance } from './dance.guards.js';
import { UnlinkIdentity } from './identities.commands.js';
import { goToSchema, LinkIdentityBody, ProviderParam, type GoTo } from './oauth.dto.js';

@ApiTags('Me')
@Access('person')
@Controller('me/identities')
export class IdentitiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: Accounts,
  ) {}

  @Post(':provider/link')
  @HttpCode(200)
  @UseGuards(BeginsDance)
  @ApiOperation({
    operationId: 'linkIdentity',
    summary: 'Begin to link a provider; needs a confirmed address',
  })
  @Answers(200, 'Send the browser there.', goToSchema)
  @MayFail('malformed-request', 'not-found', 'email-unproved', 'not-possible-now')
  async link(
    @Param() { provider }: ProviderParam,
    // Read by the guard, and checked here.
    @Body() _body: LinkIdentityBody,
    @CalledBy() { accountId }: Caller,
    @Req() { dance }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo> {
    const account = await this.accounts.byId(accountId);
    if (!account?.isVerified)
      throw new Problem('email-unproved', 'Open the link that we mailed to you first; another can be sent.');
    if (account.identities.some((linked) => linked.provider === provider))
      throw new Problem(
        'not-possible-now',
        'Your account is linked to this provider already. Unlink it first.',
      );
    if (dance?.url === undefined || dance.cookie === undefined)
      throw new Error('the guard gave no address to go to');
    setDanceCookie(reply, dance.cookie);
    void reply.header('cache-control', 'no-store');
    return { url: dance.url };
  }

  @Delete(':provider')
  @ApiOperation({
    operationId: 'unlinkIdentity',
    summary: 'Stop signing in through a provider; never the last way in',
  })
  @Answers(200, 'Unlinked.', doneSchema)
  @MayFail('not-found', 'not-possible-now')
  async unlink(
    @Param() { provider }: ProviderParam,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<{ status: 'done' }> {
    await this.commands.execute(new UnlinkIdentity(accountId, provider, asked));
    return { status: 'done' };
  }
}
