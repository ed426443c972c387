import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { SecondFactorOffer } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { FocusOnShow } from '../../../ui/focus-on-show.js';
import { Notice } from '../../../ui/notice.js';
import { OrderForm } from '../../../ui/order-form.js';
import { TextField } from '../../../ui/text-field.js';
import { SettingsWordsStore } from '../settings-words.store.js';
import { RecoveryCodes } from './recovery-codes.js';

const URL = '/api/v1/me/second-factor';
/** An authenticator shows six digits, a recovery code holds more. */
const isCode = (text: string) => /^[0-9]{6}$|^[a-z0-9]{4,6}(?:[- ][a-z0-9]{4,6})+$/i.test(text);

/** Set up with a QR code, confirmed with a first code, turned off with another. */
@Component({
  selector: 'dk-second-factor-block',
  imports: [FocusOnShow, MatButton, Notice, OrderForm, RecoveryCodes, TextField],
  providers: [Orders],
  templateUrl: './second-factor-block.html',
  styleUrl: '../settings.scss',
  styles: `
    .qr {
      width: 200px;
      height: 200px;
      padding: 8px;
      background: #fff;
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);

  protected readonly isOn = computed(() => this.session.me()?.hasSecondFactor === true);
  protected readonly offer = signal<SecondFactorOffer | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly isLeaving = signal(false);
  protected readonly code = signal('');
  protected readonly tried = signal(false);

  protected async begin(): Promise<void> {
    const offer = await this.orders.give(() => firstValueFrom(this.http.post<SecondFactorOffer>(URL, {})));
    this.code.set('');
    this.tried.set(false);
    if (offer) this.offer.set(offer);
  }

  protected async confirm(): Promise<void> {
    this.tried.set(true);
    const code = this.code().replaceAll(' ', '');
    if (code === '') return;
    const { wrong } = this.words.t().factor;
    await this.takeCodes(`${URL}/confirm`, code, (kind) => (kind === 'bad-input' ? wrong : null));
  }

  protected async renew(): Promise<void> {
    await this.takeCodes(`${URL}/recovery-codes`, this.code().trim(), this.ofAny);
  }

  protected async turnOff(): Promise<void> {
    this.tried.set(true);
    const typed = this.code().trim();
    if (typed === '') return;
    const body = isCode(typed) ? { code: typed } : { password: this.code() };
    const done = await this.orders.give(async () => {
      await firstValueFrom(this.http.delete(URL, { body }));
      await this.session.readMe();
      return true;
    }, this.ofAny);
    if (done) this.cancel();
  }

  protected cancel(): void {
    this.offer.set(null);
    this.isLeaving.set(false);
    this.tried.set(false);
    this.code.set('');
    this.orders.refused.set(null);
  }

  private readonly ofAny = (kind: string | null) =>
    kind === 'bad-input' || kind === 'second-factor-needed' ? this.words.t().factor.wrongAny : null;

  private async takeCodes(
    url: string,
    code: string,
    words: (kind: string | null) => string | null,
  ): Promise<void> {
    const answer = await this.orders.give(async () => {
      const given = await firstValueFrom(this.http.post<{ recoveryCodes: string[] }>(url, { code }));
      await this.session.readMe();
      return given;
    }, words);
    if (!answer) return;
    this.cancel();
    this.codes.set(answer.recoveryCodes);
  }
}
