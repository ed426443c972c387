import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../../core/auth/session.store.js';
import { refusalOf } from '../../../core/errors/refusal.js';
import { Orders } from '../../../core/orders/orders.js';
import { FocusOnShow } from '../../../ui/focus-on-show.js';
import { Notice } from '../../../ui/notice.js';
import { TextField } from '../../../ui/text-field.js';
import { SettingsWordsStore } from '../settings-words.store.js';

/** For ever: asked for with a typed word and the password. */
@Component({
  selector: 'dk-erase-block',
  imports: [FocusOnShow, MatButton, Notice, TextField],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block" data-testid="erase">
      <h2>{{ t.privacy.eraseTitle }}</h2>
      <p class="help">{{ t.privacy.eraseHelp }}</p>
      @if (orders.refused(); as text) {
        <dk-notice kind="wrong">{{ text }}</dk-notice>
      }
      @if (isOpen()) {
        <form novalidate (submit)="erase($event)">
          <dk-text-field
            dkFocusOnShow
            name="confirm"
            [label]="t.privacy.eraseType(word())"
            [(value)]="typed"
          />
          @if (hasPassword()) {
            <dk-text-field
              name="erase-password"
              type="password"
              autocomplete="current-password"
              [label]="t.privacy.password"
              [(value)]="password"
            />
          }
          <div class="actions">
            <button
              class="for-ever"
              matButton="filled"
              type="submit"
              [disabled]="orders.busy() || !isMeant()"
            >
              {{ t.privacy.eraseButton }}
            </button>
            <button matButton type="button" (click)="cancel()">{{ t.cancel }}</button>
          </div>
        </form>
      } @else {
        <div class="actions">
          <button matButton="outlined" type="button" (click)="isOpen.set(true)">
            {{ t.privacy.eraseStart }}
          </button>
        </div>
      }
    </section>`,
  styleUrl: '../settings.scss',
  styles: `
    .for-ever:not([disabled]) {
      --mat-button-filled-container-color: var(--red);
      --mat-button-filled-label-text-color: var(--surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EraseBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  protected readonly isOpen = signal(false);
  protected readonly typed = signal('');
  protected readonly password = signal('');
  protected readonly hasPassword = computed(() => this.session.me()?.hasPassword !== false);
  protected readonly word = computed(() => this.words.t().privacy.eraseWord);
  protected readonly isMeant = computed(
    () =>
      this.typed().trim().toLowerCase() === this.word() && (!this.hasPassword() || this.password() !== ''),
  );

  protected async erase(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isMeant()) return;
    const body = this.hasPassword() ? { password: this.password() } : {};
    let isWrong = false;
    const done = await this.orders.give(
      async () => {
        try {
          await firstValueFrom(this.http.delete('/api/v1/me', { body }));
        } catch (error) {
          isWrong = refusalOf(error).fields['password'] !== undefined;
          throw error;
        }
        return true;
      },
      () => (isWrong ? this.words.t().privacy.eraseWrong : null),
    );
    if (done) this.session.forgetEverywhere('/register');
  }

  protected cancel(): void {
    this.isOpen.set(false);
    this.typed.set('');
    this.password.set('');
    this.orders.refused.set(null);
  }
}
