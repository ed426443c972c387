import { Global, Module } from '@nestjs/common';
import { ADDRESSES, SESSIONS } from '../../platform/security/caller.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { DemoAccount } from './demo-account.js';
import { JwksController } from './jwks.controller.js';
import { MeController } from './me.controller.js';
import { DanceCookie } from './oauth/dance-cookie.js';
import { BeginsDance, EndsDance, ProviderGuards } from './oauth/dance.guards.js';
import { EnterHandler } from './oauth/enter.command.js';
import { ExternalIdentities } from './oauth/external-identities.js';
import { FinishEnteringHandler } from './oauth/finish-entering.command.js';
import { LinkIdentityHandler, UnlinkIdentityHandler } from './oauth/identities.commands.js';
import { IdentitiesController } from './oauth/identities.controller.js';
import { OAuthController } from './oauth/oauth.controller.js';
import { Providers } from './oauth/providers.js';
import { ShortLivedBoxes } from './oauth/short-lived-boxes.js';
import { SignInTickets } from './oauth/sign-in-tickets.js';
import {
  ChangePasswordHandler,
  RequestPasswordResetHandler,
  ResetPasswordHandler,
} from './profile/passwords.commands.js';
import { ProvedAddresses } from './registering/proved-addresses.js';
import { RegisterHandler } from './registering/register.command.js';
import { VerifyEmailHandler } from './registering/verify-email.command.js';
import { EndSessionsHandler } from './sessions/end-sessions.command.js';
import { RefreshHandler } from './sessions/refresh.command.js';
import { SessionStore } from './sessions/session-store.js';
import { SessionStanding } from './sessions/standing.query.js';
import { PendingSecrets } from './second-factor/pending-secrets.js';
import {
  DisableSecondFactorHandler,
  EnableSecondFactorHandler,
  RenewRecoveryCodesHandler,
} from './second-factor/second-factor.commands.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { Passwords } from './signing-in/passwords.js';
import { RefusedSignIns } from './signing-in/refused-sign-ins.js';
import { SecondFactors } from './signing-in/second-factors.js';
import { SessionOpening } from './signing-in/session-opening.js';
import { SignInHandler } from './signing-in/sign-in.command.js';

/** Who somebody is: accounts, signing in, devices. */
@Global()
@Module({
  controllers: [
    AuthController,
    MeController,
    JwksController,
    SecondFactorController,
    OAuthController,
    IdentitiesController,
  ],
  providers: [
    Accounts,
    DemoAccount,
    Passwords,
    SecondFactors,
    RefusedSignIns,
    PendingSecrets,
    SessionOpening,
    SessionStore,
    { provide: SESSIONS, useClass: SessionStanding },
    { provide: ADDRESSES, useClass: ProvedAddresses },
    RegisterHandler,
    VerifyEmailHandler,
    SignInHandler,
    RefreshHandler,
    EndSessionsHandler,
    RequestPasswordResetHandler,
    ResetPasswordHandler,
    ChangePasswordHandler,
    EnableSecondFactorHandler,
    DisableSecondFactorHandler,
    RenewRecoveryCodesHandler,
    Providers,
    ShortLivedBoxes,
    DanceCookie,
    ProviderGuards,
    BeginsDance,
    EndsDance,
    ExternalIdentities,
    SignInTickets,
    EnterHandler,
    FinishEnteringHandler,
    LinkIdentityHandler,
    UnlinkIdentityHandler,
  ],
  exports: [SESSIONS, ADDRESSES],
})
export class AccountsModule {}
