import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { EntranceStore } from './entrance.store.js';
import { isEmail } from './typed.js';

@Component({
  selector: 'dk-forgot-password-page',
  imports: [MatButton, Notice, RouterLink, TextField],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.forgot.title }}</h1>
      @if (done()) {
        <dk-notice kind="done">{{ t.forgot.done(email().trim()) }}</dk-notice>
      } @else {
        <p class="help">{{ t.forgot.text }}</p>
        @if (store.refused(); as text) {
          <dk-notice kind="wrong">{{ text }}</dk-notice>
        }
        <form novalidate (submit)="submit($event)">
          <dk-text-field
            name="email"
            type="email"
            autocomplete="username"
            inputmode="email"
            [label]="t.email"
            [error]="tried() && !isEmail(email().trim()) ? t.wrongEmail : null"
            [(value)]="email"
          />
          <button matButton="filled" type="submit" [disabled]="store.busy()">{{ t.forgot.button }}</button>
        </form>
      }
      <div class="beside">
        <a routerLink="/sign-in">{{ t.toSignIn }}</a>
      </div>
    </section>`,
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPasswordPage {
  protected readonly store = inject(EntranceStore);
  protected readonly isEmail = isEmail;
  protected readonly email = signal('');
  protected readonly tried = signal(false);
  protected readonly done = signal(false);

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().forgot.title);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const email = this.email().trim();
    if (isEmail(email)) this.done.set(await this.store.post('request-reset', { email }));
  }
}
