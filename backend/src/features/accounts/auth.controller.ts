import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { Problem } from '../../platform/http/problem.js';
import { Access, AskedBy } from '../../platform/security/access.js';
import { ACCESS_TOKEN_LIFE_S, AccessTokens } from '../../platform/security/access-tokens.js';
import {
  doneSchema,
  EmailBody,
  LinkBody,
  LoginBody,
  RefreshBody,
  RegisterBody,
  registeredSchema,
  ResetPasswordBody,
  signedInSchema,
  type SignedInAnswer,
} from './auth.dto.js';
import { RequestPasswordReset, ResetPassword } from './profile/passwords.commands.js';
import { Register } from './registering/register.command.js';
import { VerifyEmail } from './registering/verify-email.command.js';
import { EndSessions } from './sessions/end-sessions.command.js';
import { clearRefreshCookie, refreshTokenOf, setRefreshCookie } from './sessions/refresh-cookie.js';
import { Refresh } from './sessions/refresh.command.js';
import { SessionStore, type OpenedSession } from './sessions/session-store.js';
import { SignIn } from './signing-in/sign-in.command.js';

const DONE = { status: 'done' } as const;

@ApiTags('Signing in')
@Access('public')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly commands: CommandBus,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionStore,
  ) {}

  @Post('register')
  @ApiOperation({ operationId: 'register', summary: 'Open an account; a mail asks to confirm the address' })
  @Answers(
    201,
    'Done, or the owner of the account was told: the answer does not say which.',
    registeredSchema,
  )
  @MayFail('malformed-request', 'too-large', 'unsupported-media-type', 'too-many-requests')
  async register(
    @Body() body: RegisterBody,
    @AskedBy() asked: Asked,
  ): Promise<{ status: 'check-your-mail' }> {
    const { email, password, name, locale = 'en' } = body;
    await this.commands.execute(new Register({ email, password, name, locale }, asked));
    return { status: 'check-your-mail' };
  }

  @Post('login')
  @HttpCode(200)
  @ApiOperation({ operationId: 'login', summary: 'Sign in; the refresh token comes as a cookie' })
  @Answers(200, 'Signed in.', signedInSchema)
  @MayFail(
    'malformed-request',
    'too-large',
    'unsupported-media-type',
    'sign-in-needed',
    'second-factor-needed',
    'too-many-requests',
  )
  async login(
    @Body() body: LoginBody,
    @AskedBy() asked: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInAnswer> {
    const { email, password, totp } = body;
    const origin = { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) };
    return this.signedIn(
      reply,
      await this.commands.execute(new SignIn({ email, password, totp }, origin, asked)),
    );
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'refresh',
    summary: 'Exchange the refresh cookie for a new access token and cookie',
  })
  @Answers(200, 'Signed in for another ten minutes.', signedInSchema)
  @MayFail('sign-in-needed', 'not-allowed', 'too-many-requests')
  async refresh(
    @Body() body: RefreshBody,
    @AskedBy() asked: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInAnswer> {
    const token = refreshTokenOf(request);
    if (token === undefined) throw new Problem('sign-in-needed', 'There is no refresh cookie. Sign in.');
    return this.signedIn(reply, await this.commands.execute(new Refresh(token, body.workspaceId, asked)));
  }

  @Post('logout')
  @HttpCode(200)
  @ApiOperation({ operationId: 'logout', summary: 'Sign this device out' })
  @Answers(200, 'Signed out, or was not signed in.', doneSchema)
  @MayFail('not-allowed')
  async logout(
    @AskedBy() asked: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<typeof DONE> {
    const token = refreshTokenOf(request);
    const session = token === undefined ? undefined : await this.sessions.sessionOf(token);
    if (session) {
      const { accountId, sessionId } = session;
      const by = { ...asked, actor: accountId };
      await this.commands.execute(new EndSessions(accountId, { only: sessionId }, 'signed-out', by));
    }
    clearRefreshCookie(reply);
    return DONE;
  }

  @Post('verify-email')
  @HttpCode(200)
  @ApiOperation({ operationId: 'verifyEmail', summary: 'Confirm an address with the link that was sent' })
  @Answers(200, 'Confirmed.', doneSchema)
  @MayFail('malformed-request')
  async verifyEmail(@Body() { token }: LinkBody, @AskedBy() asked: Asked): Promise<typeof DONE> {
    await this.commands.execute(new VerifyEmail(token, asked));
    return DONE;
  }

  @Post('request-reset')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestPasswordReset', summary: 'Have a link sent to choose a new password' })
  @Answers(202, 'If the address has an account, a mail is on its way.', doneSchema)
  @MayFail('malformed-request', 'too-many-requests')
  async requestReset(@Body() { email }: EmailBody, @AskedBy() asked: Asked): Promise<typeof DONE> {
    await this.commands.execute(new RequestPasswordReset(email, asked));
    return DONE;
  }

  @Post('reset-password')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resetPassword', summary: 'Choose a password with the link that was sent' })
  @Answers(200, 'Chosen; every device is signed out.', doneSchema)
  @MayFail('malformed-request', 'too-many-requests')
  async resetPassword(
    @Body() { token, password }: ResetPasswordBody,
    @AskedBy() asked: Asked,
  ): Promise<typeof DONE> {
    await this.commands.execute(new ResetPassword(token, password, asked));
    return DONE;
  }

  private async signedIn(reply: FastifyReply, session: OpenedSession): Promise<SignedInAnswer> {
    const { accountId, sessionId, workspaceId, refreshToken } = session;
    setRefreshCookie(reply, refreshToken);
    void reply.header('cache-control', 'no-store');
    const accessToken = await this.tokens.issue({ accountId, sessionId, workspaceId });
    return { accessToken, expiresInS: ACCESS_TOKEN_LIFE_S, workspaceId };
  }
}
