import { ChangeDetectionStrategy, Component, OnInit, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../core/auth/session.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { EntranceStore } from './entrance.store.js';

@Component({
  selector: 'dk-verify-email-page',
  imports: [MatButton, Notice, RouterLink, Skeleton],
  providers: [EntranceStore],
  template: `@let t = store.t();
    <section class="card">
      <h1>{{ t.verify.title }}</h1>
      @switch (state()) {
        @case ('working') {
          <p role="status">{{ t.verify.working }}</p>
          <dk-skeleton width="70%" />
        }
        @case ('done') {
          <dk-notice kind="done" data-testid="verified">{{ t.verify.done }}</dk-notice>
          <a matButton="filled" routerLink="/">{{ t.verify.go }}</a>
        }
        @case ('failed') {
          <dk-notice kind="wrong">{{ store.refused() ?? t.verify.failed }}</dk-notice>
          <a matButton="outlined" routerLink="/">{{ t.verify.go }}</a>
        }
      }
    </section>`,
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifyEmailPage implements OnInit {
  protected readonly store = inject(EntranceStore);
  private readonly session = inject(SessionStore);
  readonly token = input<string>();
  protected readonly state = signal<'working' | 'done' | 'failed'>('working');

  constructor() {
    inject(PageTitleStore).follow(() => this.store.t().verify.title);
  }

  ngOnInit(): void {
    void this.verify();
  }

  private async verify(): Promise<void> {
    const token = this.token();
    const { failed } = this.store.t().verify;
    const isDone =
      token !== undefined &&
      (await this.store.post('verify-email', { token }, (kind) => (kind === 'bad-input' ? failed : null)));
    this.state.set(isDone ? 'done' : 'failed');
    if (!isDone) return;
    await this.session.start();
    if (this.session.state() === 'in') await this.store.order(() => this.session.readMe());
  }
}
