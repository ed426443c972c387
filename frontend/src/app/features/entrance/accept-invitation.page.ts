import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../core/auth/session.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { Notice } from '../../ui/notice.js';
import { EntranceStore } from './entrance.store.js';
import { afterRefusal, type AfterRefusal } from './after-refusal.js';

/** The link of the mail, opened by whoever is signed in nowhere, as the invited person, or as somebody else. */
@Component({
  selector: 'dk-accept-invitation-page',
  imports: [MatButton, Notice, RouterLink],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.accept.title }}</h1>
      @if (joined()) {
        <dk-notice kind="done" data-testid="joined">{{ t.accept.done }}</dk-notice>
        <a matButton="filled" routerLink="/sign-in">{{ t.signIn.button }}</a>
      } @else {
        <p class="help">{{ t.accept.text }}</p>
        @if (session.me(); as me) {
          <p class="help">{{ t.accept.asWho(me.email) }}</p>
        }
        @if (!token()) {
          <dk-notice kind="wrong">{{ t.accept.failed }}</dk-notice>
        } @else if (store.refused(); as text) {
          <dk-notice kind="wrong" data-testid="not-accepted">{{ text }}</dk-notice>
        }
        @switch (then()) {
          @case ('register') {
            <a matButton="filled" routerLink="/register" [queryParams]="onward()">{{ t.register.button }}</a>
          }
          @case ('sign-in') {
            <a matButton="filled" routerLink="/sign-in" [queryParams]="onward()">{{ t.signIn.button }}</a>
            <a matButton="outlined" routerLink="/forgot-password">{{ t.forgot.title }}</a>
          }
          @case ('sign-out') {
            <button matButton="filled" type="button" [disabled]="store.busy()" (click)="signOut()">
              {{ t.accept.signOut }}
            </button>
          }
          @default {
            <button
              matButton="filled"
              type="button"
              data-testid="accept"
              [disabled]="store.busy() || !token()"
              (click)="accept()"
            >
              {{ t.accept.button }}
            </button>
          }
        }
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
  protected readonly then = signal<AfterRefusal>('again');
  /** By somebody who is signed in nowhere. */
  protected readonly joined = signal(false);
  private readonly here = computed(
    () => `/accept-invitation?token=${encodeURIComponent(this.token() ?? '')}`,
  );
  protected readonly onward = computed(() => ({ returnTo: this.here() }));

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().accept.title);
    void this.session.start();
  }

  protected async accept(): Promise<void> {
    await this.session.start();
    const isSignedIn = this.session.state() === 'in';
    await this.store.order(
      async () => {
        const { workspaceId } = await firstValueFrom(
          this.http.post<{ workspaceId: string }>('/api/v1/auth/accept-invitation', { token: this.token() }),
        );
        if (isSignedIn) await this.session.goToWorkspace(workspaceId);
        else this.joined.set(true);
      },
      (kind) => {
        const { then, words } = afterRefusal(kind, isSignedIn);
        this.then.set(then);
        return words && this.store.t().accept[words];
      },
    );
  }

  /** And comes back here, as nobody. */
  protected async signOut(): Promise<void> {
    await this.store.order(async () => {
      await firstValueFrom(this.http.post('/api/v1/auth/logout', {}));
      this.session.forgetEverywhere(this.here());
    });
  }
}
