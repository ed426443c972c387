import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { ROLES, type Invitation, type Role, type Written } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { ClockStore } from '../../../core/clock.store.js';
import { LanguageStore } from '../../../core/i18n/language.store.js';
import { WordsStore } from '../../../core/i18n/words.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { FailurePanel } from '../../../ui/failure-panel.js';
import { FirstWrong } from '../../../ui/first-wrong.js';
import { Notice } from '../../../ui/notice.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { SureButton } from '../../../ui/sure-button.js';
import { TextField } from '../../../ui/text-field.js';
import { isEmail } from '../../../ui/typed.js';
import { listOf } from '../../../core/lists/list-of.js';
import { SettingsWordsStore } from '../settings-words.store.js';

const URL = '/api/v1/workspaces/current/invitations';

@Component({
  selector: 'dk-invitations-block',
  imports: [FirstWrong, FailurePanel, MatButton, Notice, Skeleton, SureButton, TextField],
  providers: [Orders],
  templateUrl: './invitations-block.html',
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitationsBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(ClockStore);
  private readonly http = inject(HttpClient);

  protected readonly invitations = listOf<Invitation>(() => `${URL}?limit=200`);
  protected readonly grantable = computed(() => ROLES.filter((role) => this.session.mayAct(role)));
  protected readonly email = signal('');
  protected readonly role = signal<Role>('analyst');
  protected readonly tried = signal(false);
  protected readonly said = signal<string | null>(null);
  protected readonly isGood = computed(() => isEmail(this.email().trim()));

  protected choose(value: string): void {
    this.role.set(ROLES.find((role) => role === value) ?? 'analyst');
  }

  protected isOver({ expiresAt }: Invitation): boolean {
    return Date.parse(expiresAt) < this.clock.nowMs();
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.said.set(null);
    if (!this.isGood()) return;
    const email = this.email().trim();
    const { invited, unproved } = this.words.t().invitations;
    const written = await this.orders.give(
      () => firstValueFrom(this.http.post<Written>(URL, { email, role: this.role() })),
      (kind) => (kind === 'email-unproved' ? unproved : null),
    );
    if (!written) return;
    this.said.set(invited(email));
    this.tried.set(false);
    this.email.set('');
    this.invitations.reload(written.position);
  }

  protected async revoke({ id }: Invitation): Promise<void> {
    this.said.set(null);
    const written = await this.orders.give(() =>
      firstValueFrom(this.http.delete<Written>(`${URL}/${encodeURIComponent(id)}`)),
    );
    if (written) this.said.set(this.words.t().invitations.revoked);
    this.invitations.reload(written?.position);
  }
}
