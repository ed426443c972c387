import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../../core/auth/session.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { Notice } from '../../../ui/notice.js';
import { TextField } from '../../../ui/text-field.js';
import { SettingsWordsStore } from '../settings-words.store.js';

const SHORTEST = 10;
const LONGEST = 200;

@Component({
  selector: 'dk-password-block',
  imports: [MatButton, Notice, TextField],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block">
      <h2>{{ t.profile.password }}</h2>
      <p class="help">{{ hasPassword() ? t.profile.passwordHelp : t.profile.noPassword }}</p>
      @if (orders.refused(); as text) {
        <dk-notice kind="wrong">{{ text }}</dk-notice>
      }
      @if (done()) {
        <dk-notice kind="done">{{ t.profile.changed }}</dk-notice>
      }
      <form novalidate (submit)="change($event)">
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
        <dk-text-field
          name="new-password"
          type="password"
          autocomplete="new-password"
          [label]="t.profile.next"
          [hint]="t.profile.nextHint"
          [error]="tried() && !isGood() ? t.profile.wrongLength : null"
          [(value)]="next"
        />
        <div class="actions">
          <button matButton="filled" type="submit" [disabled]="orders.busy()">{{ t.profile.change }}</button>
        </div>
      </form>
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
  protected readonly isGood = computed(
    () => [...this.next()].length >= SHORTEST && this.next().length <= LONGEST,
  );

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.done.set(false);
    if (!this.isGood() || (this.hasPassword() && !this.current())) return;
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
