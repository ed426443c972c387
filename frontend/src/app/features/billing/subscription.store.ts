import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PayEvery, Plan, PlanCurrency, Subscription } from '../../api/billing.js';
import { SessionStore } from '../../core/auth/session.store.js';
import { failureOf } from '../../core/errors/problem.js';
import { lasting } from '../../core/lasting.js';
import { waitFor, type Awaited } from './awaited.js';

const API = '/api/v1/billing';
const LOOK_EVERY_MS = 1_000;
const SLOW_AFTER_MS = 15_000;
const LOST_AFTER_MS = 180_000;

interface Waiting extends Awaited {
  readonly sinceMs: number;
  readonly pace: 'usual' | 'slow' | 'lost';
}

/**
 * The subscription of the workspace, now or as of a past day, and what was ordered and is not seen in it yet: the payment service
 * tells us of it a moment later. Lives as long as the dashboard, for an order may begin on one page and be seen on another.
 */
@Injectable({ providedIn: 'root' })
export class SubscriptionStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore);
  readonly asOf = signal<string | null>(null);
  private readonly resource = httpResource<Subscription>(() => {
    if (this.session.state() !== 'in') return undefined;
    const asOf = this.asOf();
    return { url: `${API}/subscription`, params: asOf === null ? {} : { asOf } };
  });
  readonly shown = lasting(this.resource, () => this.asOf() ?? 'now');
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? failureOf(error) : null;
  });
  readonly waiting = signal<Waiting | null>(null);
  /** What came to be while somebody waited for it. */
  readonly done = signal<Awaited['what'] | null>(null);
  /** Whoever buys and changes. */
  readonly mayChange = computed(() => this.session.mayAct('owner'));
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [waiting, now] = [this.waiting(), this.resource.hasValue() ? this.resource.value() : undefined];
      if (!waiting || !now || this.asOf() !== null || !waiting.isSeenIn(now)) return;
      untracked(() => {
        clearTimeout(this.timer);
        this.waiting.set(null);
        this.done.set(waiting.what);
      });
    });
  }

  reload(): void {
    if (!this.resource.isLoading()) this.resource.reload();
  }

  /** Looks every second until what was ordered is seen, and says when that takes long. */
  await(what: Awaited): void {
    clearTimeout(this.timer);
    this.asOf.set(null);
    this.done.set(null);
    this.waiting.set({ ...what, sinceMs: Date.now(), pace: 'usual' });
    this.look();
  }

  private look(): void {
    const waiting = this.waiting();
    if (!waiting) return;
    const waitedMs = Date.now() - waiting.sinceMs;
    const pace = waitedMs > LOST_AFTER_MS ? 'lost' : waitedMs > SLOW_AFTER_MS ? 'slow' : 'usual';
    if (pace !== waiting.pace) this.waiting.set({ ...waiting, pace });
    this.reload();
    if (pace !== 'lost') this.timer = setTimeout(() => this.look(), LOOK_EVERY_MS);
  }

  /** @returns where to pay */
  async checkout(wanted: { plan: Plan; interval: PayEvery; currency: PlanCurrency }): Promise<string> {
    const { url } = await firstValueFrom(this.http.post<{ url: string }>(`${API}/checkout`, wanted));
    return url;
  }

  /** @returns where cards and receipts are */
  async portal(): Promise<string> {
    return (await firstValueFrom(this.http.post<{ url: string }>(`${API}/portal`, {}))).url;
  }

  async cancel(): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/cancel`, {}));
    this.await(waitFor.cancel);
  }

  async resume(): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/resume`, {}));
    this.await(waitFor.resume);
  }

  async change(plan: Plan, interval: PayEvery): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/change`, { plan, interval }));
    this.await(waitFor.plan(plan, interval));
  }
}
