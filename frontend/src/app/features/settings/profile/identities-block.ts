import { DOCUMENT, Location } from '@angular/common';
import { HttpClient, httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { PROVIDER_NAMES, type GoTo, type Provider, type ProviderList } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { failureOf } from '../../../core/errors/problem.js';
import { Orders } from '../../../core/orders/orders.js';
import { FailurePanel } from '../../../ui/failure-panel.js';
import { Notice } from '../../../ui/notice.js';
import { ProviderMark } from '../../../ui/provider-mark.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { SureButton } from '../../../ui/sure-button.js';
import { SettingsWordsStore } from '../settings-words.store.js';
import { identityRows, saidOnReturn } from './identity-rows.js';

const HERE = '/settings/profile';

/** The services that one can sign in through besides the password. Linking leaves this page and comes back to it. */
@Component({
  selector: 'dk-identities-block',
  imports: [FailurePanel, MatButton, Notice, ProviderMark, Skeleton, SureButton],
  providers: [Orders],
  templateUrl: './identities-block.html',
  styleUrl: '../settings.scss',
  styles: `
    .list .what {
      flex-basis: 150px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdentitiesBlock {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly orders = inject(Orders);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly offered = httpResource<ProviderList>(() => '/api/v1/auth/providers');
  /** How the journey to a provider ended, told by the address that it came back to. */
  private readonly returned = signal(saidOnReturn(inject(ActivatedRoute).snapshot.queryParamMap));
  private readonly unlinked = signal<Provider | null>(null);

  protected readonly isLoading = computed(() => this.offered.isLoading() && !this.offered.hasValue());
  protected readonly failure = computed(() => {
    const error = this.offered.error();
    return error ? failureOf(error) : null;
  });
  protected readonly rows = computed(() => {
    const me = this.session.me();
    if (!me || this.isLoading()) return [];
    const offered = this.offered.hasValue() ? this.offered.value().providers : [];
    return identityRows(me, offered, this.words.t().identities);
  });
  /** Where nothing can be linked and nothing is, there is nothing to say. */
  protected readonly isShown = computed(
    () => this.isLoading() || this.failure() !== null || this.rows().length > 0 || this.broken() !== null,
  );
  protected readonly broken = computed(() => {
    const returned = this.returned();
    if (returned?.problem === undefined) return null;
    const words: Record<string, (provider: string) => string> = this.words.t().identities.problems;
    return (words[returned.problem] ?? this.words.t().identities.problems.other)(
      PROVIDER_NAMES[returned.provider],
    );
  });
  protected readonly done = computed(() => {
    const { nowLinked, nowUnlinked } = this.words.t().identities;
    const unlinked = this.unlinked();
    if (unlinked) return nowUnlinked(PROVIDER_NAMES[unlinked]);
    const linked = this.returned()?.provider;
    const isTrue = linked !== undefined && this.session.me()?.providers.includes(linked);
    return isTrue ? nowLinked(PROVIDER_NAMES[linked]) : null;
  });

  constructor() {
    if (!this.returned()) return;
    // Told once, not again when the page is loaded anew. No journey of the router, which would end at the top of the page.
    inject(Location).replaceState(HERE);
    // Not before the part has its final height, and the router has begun the page at its top.
    const shown = effect(() => {
      if (this.isLoading()) return;
      shown.destroy();
      this.showWhatIsSaid();
    });
  }

  protected retry(): void {
    this.offered.reload();
  }

  protected async link(provider: Provider): Promise<void> {
    this.forget();
    const returnTo = `${HERE}?linked=${provider}`;
    const goTo = await this.orders.give(
      () => firstValueFrom(this.http.post<GoTo>(`/api/v1/me/identities/${provider}/link`, { returnTo })),
      (kind) => {
        if (kind === 'email-unproved') return this.words.t().identities.unproved;
        return kind === 'not-possible-now' ? this.said('already-linked', provider) : null;
      },
    );
    if (goTo) this.document.location.assign(goTo.url);
    // Another tab may have changed what this page shows.
    else await this.readAgain();
  }

  protected async unlink(provider: Provider): Promise<void> {
    this.forget();
    const gone = await this.orders.give(
      async () => {
        await firstValueFrom(this.http.delete(`/api/v1/me/identities/${provider}`));
        return true;
      },
      (kind) => (kind === 'not-possible-now' ? this.words.t().identities.onlyWayIn : null),
    );
    await this.readAgain();
    if (!gone) return;
    this.unlinked.set(provider);
    this.showWhatIsSaid();
  }

  /** This part stands far down the page, and the button that was pressed may be gone. */
  private showWhatIsSaid(): void {
    const focus = () => this.host.querySelector<HTMLElement>('dk-notice')?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  private forget(): void {
    this.returned.set(null);
    this.unlinked.set(null);
  }

  private said(problem: 'already-linked', provider: Provider): string {
    return this.words.t().identities.problems[problem](PROVIDER_NAMES[provider]);
  }

  private async readAgain(): Promise<void> {
    // What is shown may be old then, but the order itself is told above.
    await this.session.readMe().catch(() => undefined);
  }
}
