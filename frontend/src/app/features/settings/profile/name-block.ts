import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../../core/auth/session.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { OrderForm } from '../../../ui/order-form.js';
import { TextField } from '../../../ui/text-field.js';
import { SettingsWordsStore } from '../settings-words.store.js';

@Component({
  selector: 'dk-name-block',
  imports: [OrderForm, TextField],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block">
      @if (session.me(); as me) {
        <div>
          <h2>{{ t.profile.email }}</h2>
          <p class="actions">
            <span class="what">{{ me.email }}</span>
            <span class="tag" [class.good]="me.isVerified" [class.heed]="!me.isVerified">{{
              me.isVerified ? t.profile.confirmed : t.profile.unconfirmed
            }}</span>
          </p>
        </div>
      }
      <dk-order-form [orders]="orders" [button]="t.save" (ordered)="save()">
        <dk-text-field
          name="name"
          autocomplete="name"
          [maxlength]="100"
          [label]="t.profile.name"
          [hint]="t.profile.nameHelp"
          [error]="name().trim() ? null : t.missing"
          [(value)]="name"
        />
        @if (done()) {
          <span beside role="status" class="quiet">{{ t.saved }}</span>
        }
      </dk-order-form>
    </section>`,
  styleUrl: '../settings.scss',
  styles: `
    .actions .what {
      flex: none;
      max-width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly session = inject(SessionStore);
  protected readonly orders = inject(Orders);
  private readonly http = inject(HttpClient);
  protected readonly name = linkedSignal(() => this.session.me()?.name ?? '');
  protected readonly done = signal(false);

  protected async save(): Promise<void> {
    const name = this.name().trim();
    if (name === '') return;
    this.done.set(false);
    const saved = await this.orders.give(async () => {
      await firstValueFrom(this.http.patch('/api/v1/me', { name }));
      await this.session.readMe();
      return true;
    });
    this.done.set(saved === true);
  }
}
