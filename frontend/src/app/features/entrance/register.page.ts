import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { FocusOnShow } from '../../ui/focus-on-show.js';
import { NewPassword } from '../../ui/new-password.js';
import { OrderForm } from '../../ui/order-form.js';
import { TextField } from '../../ui/text-field.js';
import { EntranceStore } from './entrance.store.js';
import { isEmail, isPassword } from '../../ui/typed.js';

@Component({
  selector: 'dk-register-page',
  imports: [FocusOnShow, MatButton, NewPassword, OrderForm, RouterLink, TextField],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      @if (done()) {
        <h1 dkFocusOnShow>{{ t.register.doneTitle }}</h1>
        <p data-testid="registered">{{ t.register.done(email().trim()) }}</p>
        <p class="help">{{ t.register.doneThen }}</p>
        <a matButton="filled" routerLink="/sign-in" [queryParams]="onward()">{{ t.toSignIn }}</a>
      } @else {
        <h1>{{ t.register.title }}</h1>
        <dk-order-form class="wide" [orders]="store" [button]="t.register.button" (ordered)="submit()">
          <dk-text-field
            name="name"
            autocomplete="name"
            [maxlength]="100"
            [label]="t.name"
            [error]="tried() && !name().trim() ? t.missing : null"
            [(value)]="name"
          />
          <dk-text-field
            name="email"
            type="email"
            autocomplete="username"
            inputmode="email"
            [label]="t.email"
            [error]="tried() && !isEmail(email().trim()) ? t.wrongEmail : null"
            [(value)]="email"
          />
          <dk-new-password [label]="t.password" [tried]="tried()" [(value)]="password" />
        </dk-order-form>
        <div class="beside">
          <span
            >{{ t.register.haveAccount }}
            <a routerLink="/sign-in" [queryParams]="onward()">{{ t.signIn.title }}</a></span
          >
        </div>
      }
    </section>`,
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterPage {
  protected readonly store = inject(EntranceStore);
  private readonly language = inject(LanguageStore);
  readonly returnTo = input<string>();

  protected readonly isEmail = isEmail;
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly done = signal(false);
  protected readonly onward = computed(() => ({ returnTo: this.returnTo() }));

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().register.title);
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const [name, email, password] = [this.name().trim(), this.email().trim(), this.password()];
    if (name === '' || !isEmail(email) || !isPassword(password)) return;
    const locale = this.language.language();
    this.done.set(await this.store.post('register', { name, email, password, locale }));
  }
}
