import type { Routes } from '@angular/router';
import { signedOut } from '../../core/auth/guards.js';
import { AcceptInvitationPage } from './accept-invitation.page.js';
import { ForgotPasswordPage } from './forgot-password.page.js';
import { RegisterPage } from './register.page.js';
import { ResetPasswordPage } from './reset-password.page.js';
import { SignInPage } from './sign-in.page.js';
import { VerifyEmailPage } from './verify-email.page.js';

export default [
  { path: 'sign-in', component: SignInPage, canActivate: [signedOut] },
  { path: 'register', component: RegisterPage, canActivate: [signedOut] },
  { path: 'forgot-password', component: ForgotPasswordPage },
  { path: 'reset-password', component: ResetPasswordPage },
  { path: 'verify-email', component: VerifyEmailPage },
  { path: 'accept-invitation', component: AcceptInvitationPage },
] satisfies Routes;
