import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { EntranceStore } from './entrance.store.js';
import { isPassword } from './typed.js';

@Component({
  selector: 'dk-reset-password-page',
  imports: [MatButton, Notice, RouterLink, TextField],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.reset.title }}</h1>
      @if (done()) {
        <dk-notice kind="done">{{ t.reset.done }}</dk-notice>
        <a matButton="filled" routerLink="/sign-in">{{ t.toSignIn }}</a>
      } @else if (!token()) {
        <dk-notice kind="wrong">{{ t.reset.failed }}</dk-notice>
        <a matButton="filled" routerLink="/forgot-password">{{ t.reset.again }}</a>
      } @else {
        @if (store.refused(); as text) {
          <dk-notice kind="wrong"
            >{{ text }} <a routerLink="/forgot-password">{{ t.reset.again }}</a></dk-notice
          >
        }
        <form novalidate (submit)="submit($event)">
          <dk-text-field
            name="password"
            type="password"
            autocomplete="new-password"
            [label]="t.newPassword"
            [hint]="t.passwordHint"
            [error]="tried() && !isPassword(password()) ? t.wrongPassword : null"
            [(value)]="password"
          />
          <button matButton="filled" type="submit" [disabled]="store.busy()">{{ t.reset.button }}</button>
        </form>
      }
    </section>`,
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPasswordPage {
  protected readonly store = inject(EntranceStore);
  readonly token = input<string>();
  protected readonly isPassword = isPassword;
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly done = signal(false);

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().reset.title);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const body = { token: this.token(), password: this.password() };
    if (isPassword(body.password)) this.done.set(await this.store.post('reset-password', body));
  }
}
