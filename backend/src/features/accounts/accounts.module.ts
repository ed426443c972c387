import { Global, Module } from '@nestjs/common';
import { SESSIONS } from '../../platform/security/caller.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { DemoAccount } from './demo-account.js';
import { JwksController } from './jwks.controller.js';
import { MeController } from './me.controller.js';
import { ChangePasswordHandler, RequestPasswordResetHandler, ResetPasswordHandler } from './profile/passwords.commands.js';
import { RegisterHandler } from './registering/register.command.js';
import { VerifyEmailHandler } from './registering/verify-email.command.js';
import { EndSessionsHandler } from './sessions/end-sessions.command.js';
import { RefreshHandler } from './sessions/refresh.command.js';
import { SessionStore } from './sessions/session-store.js';
import { SessionStanding } from './sessions/standing.query.js';
import { Passwords } from './signing-in/passwords.js';
import { SecondFactors } from './signing-in/second-factors.js';
import { SignInHandler } from './signing-in/sign-in.command.js';

/** Who somebody is: accounts, signing in, devices. */
@Global()
@Module({
  controllers: [AuthController, MeController, JwksController],
  providers: [
    Accounts,
    DemoAccount,
    Passwords,
    SecondFactors,
    SessionStore,
    { provide: SESSIONS, useClass: SessionStanding },
    RegisterHandler,
    VerifyEmailHandler,
    SignInHandler,
    RefreshHandler,
    EndSessionsHandler,
    RequestPasswordResetHandler,
    ResetPasswordHandler,
    ChangePasswordHandler,
  ],
  exports: [SESSIONS],
})
export class AccountsModule {}
