import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { Orders } from '../../../core/orders/orders.js';
import { Notice } from '../../../ui/notice.js';
import { SettingsWordsStore } from '../settings-words.store.js';

const FILE = 'digitallz-keywords-export.json';

@Component({
  selector: 'dk-export-block',
  imports: [MatButton, Notice],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block">
      <h2>{{ t.privacy.exportTitle }}</h2>
      <p class="help">{{ t.privacy.exportHelp }}</p>
      @if (orders.refused(); as text) {
        <dk-notice kind="wrong">{{ text }}</dk-notice>
      }
      @if (done()) {
        <dk-notice kind="done">{{ t.privacy.exportDone }}</dk-notice>
      }
      <div class="actions">
        <button matButton="outlined" type="button" [disabled]="orders.busy()" (click)="download()">
          {{ t.privacy.exportButton }}
        </button>
      </div>
    </section>`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly orders = inject(Orders);
  private readonly http = inject(HttpClient);
  protected readonly done = signal(false);

  /** A link could not sign in: the file is fetched first, then handed to the browser. */
  protected async download(): Promise<void> {
    this.done.set(false);
    const file = await this.orders.give(() =>
      firstValueFrom(this.http.get('/api/v1/me/export', { responseType: 'blob' })),
    );
    if (!file) return;
    const address = URL.createObjectURL(file);
    const link = Object.assign(document.createElement('a'), { href: address, download: FILE });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.done.set(true);
  }
}
