import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Plan, Subscription } from '../../api/billing.js';
import type { Items, Workspace } from '../../api/people.js';
import { Icon } from '../../ui/icon.js';
import { SessionStore } from '../auth/session.store.js';
import { ErrorBannerStore } from '../errors/error-banner.store.js';
import { LanguageStore } from '../i18n/language.store.js';

/** Who is signed in, in which workspace; the way to the settings and out. The browser closes it by Escape or a click beside. */
@Component({
  selector: 'dk-account-menu',
  imports: [Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly language = inject(LanguageStore);
  private readonly http = inject(HttpClient);
  private readonly banner = inject(ErrorBannerStore);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected readonly workspaces = signal<readonly Workspace[] | 'loading' | 'failed'>('loading');
  protected readonly list = computed(() => {
    const workspaces = this.workspaces();
    return typeof workspaces === 'string' ? [] : workspaces;
  });
  protected readonly isOpen = signal(false);
  protected readonly plan = signal<Plan | null>(null);
  protected readonly initial = computed(() => [...(this.session.me()?.name ?? '')][0]?.toUpperCase() ?? '');

  protected async toggled(event: Event): Promise<void> {
    this.isOpen.set((event as ToggleEvent).newState === 'open');
    if (!this.isOpen()) return;
    void this.readPlan();
    try {
      const answer = await firstValueFrom(this.http.get<Items<Workspace>>('/api/v1/workspaces'));
      this.workspaces.set(answer.items);
    } catch {
      // The menu says so itself; the way out must not wait for it.
      this.workspaces.set('failed');
    }
  }

  private async readPlan(): Promise<void> {
    try {
      const { plan } = await firstValueFrom(this.http.get<Subscription>('/api/v1/billing/subscription'));
      this.plan.set(plan);
    } catch {
      // A menu without the badge is as good: the page behind the entry says what is wrong.
      this.plan.set(null);
    }
  }

  protected close(): void {
    this.panel().nativeElement.hidePopover();
  }

  protected async goTo(workspace: Workspace): Promise<void> {
    this.close();
    if (workspace.id === this.session.me()?.workspace.id) return;
    await this.try(() => this.session.goToWorkspace(workspace.id));
  }

  protected async signOut(): Promise<void> {
    await this.try(() => this.session.signOut());
  }

  private async try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.close();
      this.banner.show(error);
    }
  }
}
