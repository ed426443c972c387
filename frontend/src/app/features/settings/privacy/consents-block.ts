import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../../core/auth/session.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { Notice } from '../../../ui/notice.js';
import { SettingsWordsStore } from '../settings-words.store.js';

const PURPOSES = ['search-history', 'news'] as const;

@Component({
  selector: 'dk-consents-block',
  imports: [MatButton, Notice],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block" data-testid="consents">
      <h2>{{ t.privacy.consents }}</h2>
      <p class="help">{{ t.privacy.consentsHelp }}</p>
      @if (orders.refused(); as text) {
        <dk-notice kind="wrong">{{ text }}</dk-notice>
      }
      @for (purpose of purposes; track purpose) {
        <label class="check">
          <input
            #box
            type="checkbox"
            [checked]="isAgreed(purpose)"
            [disabled]="orders.busy()"
            (change)="change(purpose, box.checked, box)"
          />
          {{ t.privacy.purposes[purpose] }}
        </label>
      }
      <p class="actions">
        <span>{{ t.privacy.terms }}</span>
        @if (consents()['terms']; as version) {
          <span class="tag good">{{ t.privacy.agreed(version) }}</span>
        } @else {
          <span class="tag">{{ t.privacy.notAgreed }}</span>
          <button
            matButton="outlined"
            type="button"
            [disabled]="orders.busy()"
            (click)="change('terms', true)"
          >
            {{ t.privacy.agree }}
          </button>
        }
      </p>
    </section>`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConsentsBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  protected readonly purposes = PURPOSES;
  protected readonly consents = computed<Record<string, string>>(() => this.session.me()?.consents ?? {});

  /** Searches are kept until somebody says no; everything else only once they have said yes. */
  protected isAgreed(purpose: (typeof PURPOSES)[number]): boolean {
    if (purpose === 'search-history') return this.session.me()?.keepsSearches ?? false;
    return this.consents()[purpose] !== undefined;
  }

  protected async change(
    purpose: (typeof PURPOSES)[number] | 'terms',
    agreed: boolean,
    box?: HTMLInputElement,
  ): Promise<void> {
    const done = await this.orders.give(async () => {
      await firstValueFrom(this.http.post('/api/v1/me/consents', { purpose, agreed }));
      await this.session.readMe();
      return true;
    });
    // What was not taken must not stay ticked.
    if (!done && box) box.checked = !agreed;
  }
}
