import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../core/auth/session.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { Notice } from '../../ui/notice.js';
import { EntranceStore } from './entrance.store.js';

/** Whoever was invited signs in first: the workspace opens to an account, not to a link. */
@Component({
  selector: 'dk-accept-invitation-page',
  imports: [MatButton, Notice, RouterLink],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.accept.title }}</h1>
      <p class="help">{{ t.accept.text }}</p>
      @if (session.me(); as me) {
        @if (failed() || !token()) {
          <dk-notice kind="wrong">{{ t.accept.failed }} {{ store.refused() }}</dk-notice>
        }
        <p class="help">{{ t.accept.asWho(me.email) }}</p>
        <button
          matButton="filled"
          type="button"
          data-testid="accept"
          [disabled]="store.busy() || !token()"
          (click)="accept()"
        >
          {{ t.accept.button }}
        </button>
      } @else {
        <p>{{ t.accept.signInFirst }}</p>
        <a matButton="filled" routerLink="/sign-in" [queryParams]="onward()">{{ t.signIn.button }}</a>
        <a matButton="outlined" routerLink="/register" [queryParams]="onward()">{{ t.register.button }}</a>
      }
    </section>`,
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AcceptInvitationPage {
  protected readonly store = inject(EntranceStore);
  protected readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  readonly token = input<string>();
  protected readonly failed = signal(false);
  protected readonly onward = computed(() => ({
    returnTo: `/accept-invitation?token=${encodeURIComponent(this.token() ?? '')}`,
  }));

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().accept.title);
    void this.session.start();
  }

  protected async accept(): Promise<void> {
    this.failed.set(
      !(await this.store.order(async () => {
        const accepted = await firstValueFrom(
          this.http.post<{ workspaceId?: string }>('/api/v1/workspaces/accept-invitation', {
            token: this.token(),
          }),
        );
        if (accepted.workspaceId) await this.session.goToWorkspace(accepted.workspaceId);
        else location.assign('/');
      })),
    );
  }
}
