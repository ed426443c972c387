import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { FocusOnShow } from '../../ui/focus-on-show.js';
import { Notice } from '../../ui/notice.js';
import { OrderForm } from '../../ui/order-form.js';
import { TextField } from '../../ui/text-field.js';
import { EntranceStore } from './entrance.store.js';
import { isEmail } from '../../ui/typed.js';

@Component({
  selector: 'dk-forgot-password-page',
  imports: [FocusOnShow, Notice, OrderForm, RouterLink, TextField],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.forgot.title }}</h1>
      @if (done()) {
        <dk-notice kind="done" dkFocusOnShow>{{ t.forgot.done(email().trim()) }}</dk-notice>
      } @else {
        <p class="help">{{ t.forgot.text }}</p>
        <dk-order-form class="wide" [orders]="store" [button]="t.forgot.button" (ordered)="submit()">
          <dk-text-field
            name="email"
            type="email"
            autocomplete="username"
            inputmode="email"
            [label]="t.email"
            [error]="tried() && !isEmail(email().trim()) ? t.wrongEmail : null"
            [(value)]="email"
          />
        </dk-order-form>
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

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const email = this.email().trim();
    if (isEmail(email)) this.done.set(await this.store.post('request-reset', { email }));
  }
}
