import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { FocusOnShow } from '../../ui/focus-on-show.js';
import { NewPassword } from '../../ui/new-password.js';
import { Notice } from '../../ui/notice.js';
import { OrderForm } from '../../ui/order-form.js';
import { EntranceStore } from './entrance.store.js';
import { isPassword } from '../../ui/typed.js';

@Component({
  selector: 'dk-reset-password-page',
  imports: [FocusOnShow, MatButton, NewPassword, Notice, OrderForm, RouterLink],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.reset.title }}</h1>
      @if (done()) {
        <dk-notice kind="done" dkFocusOnShow>{{ t.reset.done }}</dk-notice>
        <a matButton="filled" routerLink="/sign-in">{{ t.toSignIn }}</a>
      } @else if (!token()) {
        <dk-notice kind="wrong">{{ t.reset.failed }}</dk-notice>
        <a matButton="filled" routerLink="/forgot-password">{{ t.reset.again }}</a>
      } @else {
        <dk-order-form class="wide" [orders]="store" [button]="t.reset.button" (ordered)="submit()">
          <a remedy routerLink="/forgot-password">{{ t.reset.again }}</a>
          <dk-new-password [label]="t.newPassword" [tried]="tried()" [(value)]="password" />
        </dk-order-form>
      }
    </section>`,
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPasswordPage {
  protected readonly store = inject(EntranceStore);
  readonly token = input<string>();
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly done = signal(false);

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().reset.title);
  }

  protected async submit(): Promise<void> {
    this.tried.set(true);
    const body = { token: this.token(), password: this.password() };
    if (!isPassword(body.password)) return;
    // The password is good, so it is the link that is not.
    const { failed } = this.store.t().reset;
    this.done.set(
      await this.store.post('reset-password', body, (kind) => (kind === 'bad-input' ? failed : null)),
    );
  }
}
