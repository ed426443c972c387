import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { EntranceStore } from './entrance.store.js';
import { isEmail, isPassword } from './typed.js';

@Component({
  selector: 'dk-register-page',
  imports: [MatButton, Notice, RouterLink, TextField],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      @if (done()) {
        <h1>{{ t.register.doneTitle }}</h1>
        <p data-testid="registered">{{ t.register.done(email().trim()) }}</p>
        <p class="help">{{ t.register.doneThen }}</p>
        <a matButton="filled" routerLink="/sign-in" [queryParams]="onward()">{{ t.toSignIn }}</a>
      } @else {
        <h1>{{ t.register.title }}</h1>
        @if (store.refused(); as text) {
          <dk-notice kind="wrong" data-testid="refused">{{ text }}</dk-notice>
        }
        <form novalidate (submit)="submit($event)">
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
          <dk-text-field
            name="password"
            type="password"
            autocomplete="new-password"
            [label]="t.password"
            [hint]="t.passwordHint"
            [error]="tried() && !isPassword(password()) ? t.wrongPassword : null"
            [(value)]="password"
          />
          <button matButton="filled" type="submit" [disabled]="store.busy()">{{ t.register.button }}</button>
        </form>
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
  protected readonly isPassword = isPassword;
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly done = signal(false);
  protected readonly onward = computed(() => ({ returnTo: this.returnTo() }));

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().register.title);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [name, email, password] = [this.name().trim(), this.email().trim(), this.password()];
    if (name === '' || !isEmail(email) || !isPassword(password)) return;
    const locale = this.language.language();
    this.done.set(await this.store.post('register', { name, email, password, locale }));
  }
}
