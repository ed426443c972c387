import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { PROVIDER_NAMES, type Provider } from '../../api/people.js';
import { returnPath } from '../../core/auth/return-to.js';
import { SessionStore } from '../../core/auth/session.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { FocusOnShow } from '../../ui/focus-on-show.js';
import { Notice } from '../../ui/notice.js';
import { OrderForm } from '../../ui/order-form.js';
import { ProviderMark } from '../../ui/provider-mark.js';
import { TextField } from '../../ui/text-field.js';
import { EntranceStore } from './entrance.store.js';
import { isEmail } from '../../ui/typed.js';

@Component({
  selector: 'dk-sign-in-page',
  imports: [FocusOnShow, MatButton, Notice, OrderForm, ProviderMark, RouterLink, TextField],
  providers: [EntranceStore],
  templateUrl: './sign-in.page.html',
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  protected readonly store = inject(EntranceStore);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  /** From the address. */
  readonly returnTo = input<string>();
  readonly problem = input<string>();
  /** What another service vouched for, waiting for the code. */
  // eslint-disable-next-line @angular-eslint/no-input-rename -- the address is the API's
  readonly ticket = input<string | undefined>(undefined, { alias: 'second-factor' });

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  protected readonly step = linkedSignal<'password' | 'code'>(() => (this.ticket() ? 'code' : 'password'));
  protected readonly tried = signal(false);
  protected readonly providers = signal<readonly { id: Provider; name: string }[]>([]);
  protected readonly said = computed(() => {
    const problem = this.problem();
    const words: Record<string, string> = this.store.t().problems;
    return problem === undefined ? null : (words[problem] ?? this.store.t().problems.other);
  });
  protected readonly onward = computed(() => ({ returnTo: this.returnTo() }));
  protected readonly wrongEmail = computed(() => this.tried() && !isEmail(this.email().trim()));
  private readonly codeField = viewChild<TextField>('codeField');

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().signIn.title);
    void this.store
      .providers()
      .then((ids) => this.providers.set(ids.map((id) => ({ id, name: PROVIDER_NAMES[id] }))));
  }

  /** A full visit, not a request: the other side answers with its own page. */
  protected addressOf(provider: Provider): string {
    return `/api/v1/auth/oauth/${provider}?returnTo=${encodeURIComponent(returnPath(this.returnTo()))}`;
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const ticket = this.ticket();
    if (!ticket && (this.wrongEmail() || this.password() === '')) return;
    const totp = this.step() === 'code' ? this.code().trim() : undefined;
    if (totp === '') return;
    const credentials = { email: this.email().trim(), password: this.password() };
    let isCodeAsked = false;
    const isIn = await this.store.order(
      () =>
        ticket && totp !== undefined
          ? this.session.finishSignIn(ticket, totp)
          : this.session.signIn(totp === undefined ? credentials : { ...credentials, totp }),
      (kind) => {
        isCodeAsked = kind === 'second-factor-needed';
        if (isCodeAsked) return totp === undefined ? '' : this.store.t().signIn.wrongCode;
        if (ticket && (kind === 'sign-in-needed' || kind === 'bad-input'))
          return this.store.t().problems['sign-in-expired'];
        return kind === 'sign-in-needed' ? this.store.t().signIn.wrong : null;
      },
    );
    if (isIn) await this.router.navigateByUrl(returnPath(this.returnTo()));
    else if (isCodeAsked) this.askCode();
  }

  protected startAgain(): void {
    // A ticket in the address is for the code alone.
    if (this.ticket()) void this.router.navigate(['/sign-in'], { queryParams: this.onward() });
    this.step.set('password');
    this.password.set('');
    this.code.set('');
    this.tried.set(false);
    this.store.refused.set(null);
  }

  private askCode(): void {
    this.step.set('code');
    this.code.set('');
    this.tried.set(false);
    setTimeout(() => this.codeField()?.focus());
  }
}
