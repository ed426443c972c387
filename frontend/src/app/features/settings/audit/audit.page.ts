import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { AuditEvent, Member } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { LanguageStore } from '../../../core/i18n/language.store.js';
import { WordsStore } from '../../../core/i18n/words.store.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { FailurePanel } from '../../../ui/failure-panel.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { listOf } from '../../../core/lists/list-of.js';
import { SettingsWordsStore } from '../settings-words.store.js';
import type { AuditFilters } from './audit-filters.js';
import { AuditStore } from './audit.store.js';
import { factName } from './fact-names.js';

/** Who did what: the filters stand in the address, so that a view can be sent to somebody. */
@Component({
  selector: 'dk-audit-page',
  imports: [EmptyState, FailurePanel, MatButton, Skeleton],
  providers: [AuditStore],
  templateUrl: './audit.page.html',
  styleUrls: ['../settings.scss', './audit.page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly store = inject(AuditStore);
  private readonly language = inject(LanguageStore);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  readonly type = input<string>();
  readonly actor = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly mayRead = computed(() => this.session.mayAct('admin') || this.session.isOperator());
  protected readonly members = listOf<Member>(() => '/api/v1/workspaces/current/members?limit=200');
  protected readonly contexts = computed(() => Object.entries(this.words.t().audit.contexts));
  protected readonly skeletons = [0, 1, 2, 3, 4, 5];
  private readonly filters = computed<AuditFilters>(() => ({
    type: this.type(),
    actor: this.actor(),
    from: this.from(),
    to: this.to(),
  }));
  protected readonly isFiltered = computed(() => Object.values(this.filters()).some(Boolean));

  constructor() {
    effect(() => {
      const filters = this.filters();
      if (this.mayRead()) untracked(() => this.store.load(filters));
    });
  }

  protected set(filter: AuditFilters): void {
    const queryParams = Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, value || null]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  protected again(): void {
    if (this.store.items()) this.store.more();
    else this.store.load(this.filters());
  }

  protected titleOf({ type }: AuditEvent): string {
    return factName(type, this.language.language());
  }

  protected whoOf({ actor }: AuditEvent): string {
    return actor.name ?? (actor.id || this.words.t().audit.nobody);
  }

  protected dataOf({ data }: AuditEvent): string {
    return JSON.stringify(data, null, 2);
  }
}
