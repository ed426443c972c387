import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { ROLES, type ApiKey, type IssuedApiKey, type Role, type Written } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { ClockStore } from '../../../core/clock.store.js';
import { LanguageStore } from '../../../core/i18n/language.store.js';
import { WordsStore } from '../../../core/i18n/words.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { FailurePanel } from '../../../ui/failure-panel.js';
import { FirstWrong } from '../../../ui/first-wrong.js';
import { FocusOnShow } from '../../../ui/focus-on-show.js';
import { Notice } from '../../../ui/notice.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { SureButton } from '../../../ui/sure-button.js';
import { TextField } from '../../../ui/text-field.js';
import { listOf } from '../../../core/lists/list-of.js';
import { SettingsWordsStore } from '../settings-words.store.js';

const URL = '/api/v1/api-keys';
const LIVES = ['30', '90', '365', ''] as const;
type Life = (typeof LIVES)[number];

@Component({
  selector: 'dk-keys-page',
  imports: [
    FocusOnShow,
    FirstWrong,
    CopyButton,
    FailurePanel,
    MatButton,
    Notice,
    Skeleton,
    SureButton,
    TextField,
  ],
  providers: [Orders],
  templateUrl: './keys.page.html',
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeysPage {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(ClockStore);
  private readonly http = inject(HttpClient);

  protected readonly isAdmin = computed(() => this.session.mayAct('admin'));
  protected readonly keys = listOf<ApiKey>(() => (this.isAdmin() ? `${URL}?limit=200` : undefined));
  protected readonly grantable = computed(() => ROLES.filter((role) => this.session.mayAct(role)));
  protected readonly lives = LIVES;
  protected readonly name = signal('');
  protected readonly scope = signal<Role>('viewer');
  protected readonly life = signal<Life>('90');
  protected readonly tried = signal(false);
  /** The one just made: on screen until it is said to be kept, then nowhere. */
  protected readonly made = signal<IssuedApiKey | null>(null);
  protected readonly said = signal<string | null>(null);

  protected chooseScope(value: string): void {
    this.scope.set(ROLES.find((role) => role === value) ?? 'viewer');
  }

  protected chooseLife(value: string): void {
    this.life.set(LIVES.find((life) => life === value) ?? '90');
  }

  protected isOver({ expiresAt }: ApiKey): boolean {
    return expiresAt !== null && Date.parse(expiresAt) < this.clock.nowMs();
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.said.set(null);
    const name = this.name().trim();
    if (name === '') return;
    const expiry = this.life() === '' ? {} : { expiresInDays: Number(this.life()) };
    const body = { name, scope: this.scope(), ...expiry };
    const made = await this.orders.give(() => firstValueFrom(this.http.post<IssuedApiKey>(URL, body)));
    if (!made) return;
    this.made.set(made);
    this.tried.set(false);
    this.name.set('');
    this.keys.reload(made.position);
  }

  protected async revoke({ id }: ApiKey): Promise<void> {
    this.said.set(null);
    const written = await this.orders.give(() =>
      firstValueFrom(this.http.delete<Written>(`${URL}/${encodeURIComponent(id)}`)),
    );
    if (written) this.said.set(this.words.t().keys.revoked);
    if (this.made()?.id === id) this.made.set(null);
    this.keys.reload(written?.position);
  }
}
