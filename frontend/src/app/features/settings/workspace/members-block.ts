import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ROLES, type Member, type Role, type Written } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { LanguageStore } from '../../../core/i18n/language.store.js';
import { WordsStore } from '../../../core/i18n/words.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { FailurePanel } from '../../../ui/failure-panel.js';
import { Notice } from '../../../ui/notice.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { SureButton } from '../../../ui/sure-button.js';
import { listOf } from '../../../core/lists/list-of.js';
import { SettingsWordsStore } from '../settings-words.store.js';

const URL = '/api/v1/workspaces/current/members';

/** Who belongs to the workspace, what they may do, and the way out of it. */
@Component({
  selector: 'dk-members-block',
  imports: [FailurePanel, Notice, Skeleton, SureButton],
  providers: [Orders],
  templateUrl: './members-block.html',
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MembersBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);

  protected readonly members = listOf<Member>(() => `${URL}?limit=200`);
  protected readonly said = signal<string | null>(null);
  protected readonly isAdmin = computed(() => this.session.mayAct('admin'));
  /** Nobody gives a role above their own. */
  protected readonly grantable = computed(() => ROLES.filter((role) => this.session.mayAct(role)));

  protected mayChange({ role, isYou }: Member): boolean {
    return this.isAdmin() && !isYou && this.session.mayAct(role);
  }

  protected async changeRole(member: Member, select: HTMLSelectElement): Promise<void> {
    const role = ROLES.find((r) => r === select.value);
    if (!role) return;
    const written = await this.write(() => this.http.patch<Written>(this.urlOf(member), { role }));
    if (written) this.said.set(this.words.t().members.changed(member.name));
    // What was not taken must not stay chosen.
    else select.value = member.role;
  }

  protected async remove(member: Member): Promise<void> {
    const written = await this.write(() => this.http.delete<Written>(this.urlOf(member)));
    if (!written) return;
    // Whoever left the workspace goes on in another.
    if (member.isYou) location.assign('/');
    else this.said.set(this.words.t().members.removed(member.name));
  }

  protected roleName(role: Role): string {
    return this.language.t().account.roles[role];
  }

  private urlOf({ id }: Member): string {
    return `${URL}/${encodeURIComponent(id)}`;
  }

  private async write(ask: () => ReturnType<HttpClient['patch']>): Promise<boolean> {
    this.said.set(null);
    const written = await this.orders.give(() => firstValueFrom(ask()));
    if (written === undefined) return false;
    this.members.reload((written as Written).position);
    return true;
  }
}
