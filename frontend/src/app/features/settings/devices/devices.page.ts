import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Device } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { WordsStore } from '../../../core/i18n/words.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { FailurePanel } from '../../../ui/failure-panel.js';
import { Notice } from '../../../ui/notice.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { SureButton } from '../../../ui/sure-button.js';
import { listOf } from '../../../core/lists/list-of.js';
import { SettingsWordsStore } from '../settings-words.store.js';
import { deviceName } from './device-name.js';

const URL = '/api/v1/me/sessions';

@Component({
  selector: 'dk-devices-page',
  imports: [FailurePanel, Notice, Skeleton, SureButton],
  providers: [Orders],
  template: `@let t = words.t();
    <section class="panel block">
      <h2>{{ t.tabs.devices }}</h2>
      <p class="help">{{ t.devices.help }}</p>
      @if (orders.refused(); as text) {
        <dk-notice kind="wrong">{{ text }}</dk-notice>
      }
      @if (devices.items(); as items) {
        <ul class="list" data-testid="devices">
          @for (device of items; track device.id) {
            <li>
              <div class="what">
                <strong
                  >{{ nameOf(device) }}
                  @if (device.isThis) {
                    <span class="tag good">{{ t.devices.here }}</span>
                  }
                </strong>
                <span class="quiet" [title]="device.userAgent"
                  >{{ t.devices.used(figures.age(device.usedAt)) }} ·
                  {{ t.devices.since(figures.age(device.startedAt)) }}
                  @if (device.address) {
                    · {{ t.devices.from(device.address) }}
                  }
                </span>
              </div>
              <dk-sure-button
                [word]="t.devices.end"
                [label]="t.devices.endOf(nameOf(device))"
                [disabled]="orders.busy()"
                (sure)="end(device)"
              />
            </li>
          }
        </ul>
      } @else if (devices.failure(); as failure) {
        <dk-failure-panel [heading]="t.devices.errorTitle" [failure]="failure" (retry)="devices.reload()" />
      } @else {
        <div class="skeletons">
          <p class="visually-hidden" role="status">{{ t.loading }}</p>
          <dk-skeleton width="50%" /><dk-skeleton width="60%" />
        </div>
      }
    </section>`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DevicesPage {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  protected readonly devices = listOf<Device>(() => URL);

  protected nameOf({ userAgent }: Device): string {
    const { browser, system } = deviceName(userAgent);
    const words = this.words.t().devices;
    if (browser && system) return words.on(browser, system);
    return browser ?? system ?? words.unknown;
  }

  protected async end(device: Device): Promise<void> {
    // This device leaves as by the menu: its cookie goes, too.
    const leave: () => Promise<unknown> = device.isThis
      ? () => this.session.signOut()
      : () => firstValueFrom(this.http.delete(`${URL}/${encodeURIComponent(device.id)}`));
    await this.orders.give(leave);
    if (!device.isThis) this.devices.reload();
  }
}
