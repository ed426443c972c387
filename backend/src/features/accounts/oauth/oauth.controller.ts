import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asked } from '../../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import type { Log } from '../../../platform/observability/log.js';
import { Access, AskedBy } from '../../../platform/security/access.js';
import { ACCESS_TOKEN_LIFE_S, AccessTokens } from '../../../platform/security/access-tokens.js';
import { LOG } from '../../../platform/tokens.js';
import { signedInSchema, type SignedInAnswer } from '../auth.dto.js';
import { setRefreshCookie } from '../sessions/refresh-cookie.js';
import type { Origin } from '../signing-in/session-opening.js';
import type { Danced, DanceProblem, Purpose } from './dance.js';
import { clearDanceCookie, setDanceCookie } from './dance-cookie.js';
import { BeginsDance, EndsDance } from './dance.guards.js';
import { Enter } from './enter.command.js';
import { FinishEntering } from './finish-entering.command.js';
import { LinkIdentity } from './identities.commands.js';
import { withQuery } from './local-path.js';
import {
  FinishBody,
  ProviderParam,
  providerListSchema,
  ReturnQuery,
  type ProviderList,
} from './oauth.dto.js';
import { Providers } from './providers.js';

const SIGN_IN_PAGE = '/sign-in';
const FOUND = { status: 302, description: 'The address in Location.' };
const answerOf = (name: string) => ApiQuery({ name, required: false, schema: { type: 'string' } });

@ApiTags('Signing in')
@Access('public')
@Controller('auth')
export class OAuthController {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: Providers,
    private readonly tokens: AccessTokens,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get('providers')
  @ApiOperation({ operationId: 'listProviders', summary: 'Through whom one can sign in here' })
  @Answers(200, 'None, where none is configured.', providerListSchema)
  @MayFail()
  list(): ProviderList {
    return { providers: this.providers.all().map(({ provider }) => provider) };
  }

  @Get('oauth/:provider')
  @UseGuards(BeginsDance)
  @ApiOperation({
    operationId: 'signInThrough',
    summary: 'Open this in the browser to sign in through a provider',
  })
  @ApiResponse(FOUND)
  @MayFail('not-found')
  begin(
    @Param() _provider: ProviderParam,
    // Read by the guard, and checked here.
    @Query() _query: ReturnQuery,
    @Req() { dance }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    if (dance?.url === undefined || dance.cookie === undefined)
      throw new Error('the guard gave no address to go to');
    setDanceCookie(reply, dance.cookie);
    go(reply, dance.url);
  }

  @Get('oauth/:provider/callback')
  @UseGuards(EndsDance)
  @ApiOperation({ operationId: 'cameBackFrom', summary: 'Where a provider sends the browser back to' })
  @answerOf('code')
  @answerOf('state')
  @answerOf('error')
  @ApiResponse(FOUND)
  @MayFail('not-found')
  async end(
    @Param() { provider }: ProviderParam,
    // Providers add fields of their own; the guard reads those that it knows.
    @Query() _query: Record<string, unknown>,
    @AskedBy() asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { begun, danced } = request.dance ?? {};
    const purpose: Purpose = begun ?? { returnTo: '/' };
    clearDanceCookie(reply);
    if (danced?.kind !== 'known') {
      this.tell(provider, danced);
      go(reply, pageOf(purpose, danced?.problem ?? 'sign-in-expired'));
    } else if (purpose.link) {
      const problem = await this.commands.execute(new LinkIdentity(purpose.link, danced.identity, asked));
      go(reply, problem === undefined ? purpose.returnTo : pageOf(purpose, problem));
    } else {
      const entered = await this.commands.execute(new Enter(danced.identity, originOf(request), asked));
      if (entered.kind === 'signed-in') setRefreshCookie(reply, entered.session.refreshToken);
      if (entered.kind === 'signed-in') go(reply, purpose.returnTo);
      else if (entered.kind === 'second-factor')
        go(reply, signInPage(purpose, { 'second-factor': entered.ticket }));
      else go(reply, pageOf(purpose, entered.problem));
    }
  }

  @Post('oauth/finish')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'finishSignIn',
    summary: 'Send the code that the account asks for after a provider vouched',
  })
  @Answers(200, 'Signed in.', signedInSchema)
  @MayFail('malformed-request', 'sign-in-needed', 'second-factor-needed', 'too-many-requests')
  async finish(
    @Body() { ticket, totp }: FinishBody,
    @AskedBy() asked: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInAnswer> {
    const session = await this.commands.execute(new FinishEntering(ticket, totp, originOf(request), asked));
    const { accountId, sessionId, workspaceId, refreshToken } = session;
    setRefreshCookie(reply, refreshToken);
    void reply.header('cache-control', 'no-store');
    const accessToken = await this.tokens.issue({ accountId, sessionId, workspaceId });
    return { accessToken, expiresInS: ACCESS_TOKEN_LIFE_S, workspaceId };
  }

  private tell(provider: string, danced: Danced | undefined): void {
    if (danced?.kind !== 'broken') return;
    const { problem, reason } = danced;
    const level = problem === 'provider-unavailable' ? 'warn' : 'info';
    this.log.write(level, 'a sign-in through a provider was not finished', { provider, problem, reason });
  }
}

/** Where a person reads what went wrong: on the page that they came from to link, else where they sign in. */
const pageOf = (purpose: Purpose, problem: DanceProblem): string =>
  purpose.link ? withQuery(purpose.returnTo, { problem }) : signInPage(purpose, { problem });

const signInPage = ({ returnTo }: Purpose, fields: Readonly<Record<string, string>>): string =>
  withQuery(SIGN_IN_PAGE, { ...fields, ...(returnTo === '/' ? {} : { returnTo }) });

const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
});

function go(reply: FastifyReply, url: string): void {
  void reply.header('cache-control', 'no-store').redirect(url, 302);
}
