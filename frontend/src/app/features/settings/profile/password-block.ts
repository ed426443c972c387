import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../../core/auth/session.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { NewPassword } from '../../../ui/new-password.js';
import { Notice } from '../../../ui/notice.js';
import { OrderForm } from '../../../ui/order-form.js';
import { TextField } from '../../../ui/text-field.js';
import { isPassword } from '../../../ui/typed.js';
import { SettingsWordsStore } from '../settings-words.store.js';

@Component({
  selector: 'dk-password-block',
  imports: [NewPassword, Notice, OrderForm, TextField],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block">
      <h2>{{ t.profile.password }}</h2>
      <p class="help">{{ hasPassword() ? t.profile.passwordHelp : t.profile.noPassword }}</p>
      @if (done()) {
        <dk-notice kind="done">{{ t.profile.changed }}</dk-notice>
      }
      <dk-order-form
        [orders]="orders"
        [button]="hasPassword() ? t.profile.change : t.profile.choose"
        (ordered)="change()"
      >
        @if (hasPassword()) {
          <dk-text-field
            name="current-password"
            type="password"
            autocomplete="current-password"
            [label]="t.profile.current"
            [error]="tried() && !current() ? t.missing : null"
            [(value)]="current"
          />
        }
        <dk-new-password name="new-password" [label]="t.profile.next" [tried]="tried()" [(value)]="next" />
      </dk-order-form>
    </section>`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  protected readonly hasPassword = computed(() => this.session.me()?.hasPassword !== false);
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly tried = signal(false);
  protected readonly done = signal(false);

  protected async change(): Promise<void> {
    this.tried.set(true);
    this.done.set(false);
    if (!isPassword(this.next()) || (this.hasPassword() && !this.current())) return;
    const body = {
      password: this.next(),
      ...(this.hasPassword() ? { currentPassword: this.current() } : {}),
    };
    const changed = await this.orders.give(async () => {
      await firstValueFrom(this.http.post('/api/v1/me/password', body));
      await this.session.readMe();
      return true;
    });
    if (!changed) return;
    this.done.set(true);
    this.tried.set(false);
    this.current.set('');
    this.next.set('');
  }
}
