import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ROLES, type Me, type Role } from '../../api/people.js';
import { exchangeCookie } from './exchange-cookie.js';
import { inTurnAcrossTabs } from './one-at-a-time.js';
import { returnPath } from './return-to.js';
import { TokenKeeper, type Grant } from './token-keeper.js';

const API = '/api/v1';
type Told = { readonly kind: 'signed-out' } | { readonly kind: 'workspace'; readonly id: string };

/**
 * Who is signed in. The access token is in memory alone; the refresh cookie, which no script can read, brings it back at the
 * next visit. Whoever signs out or changes the workspace gets a fresh page: nothing of before stays in its memory.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly channel = new BroadcastChannel('dk-session');
  private readonly keeper = new TokenKeeper({
    exchange: exchangeCookie,
    alone: inTurnAcrossTabs('dk-refresh'),
    nowMs: () => Date.now(),
    later: (delayMs, work) => {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
    onGrant: (grant) => this.granted(grant),
    onEnd: () => this.ended(),
  });
  private started: Promise<void> | null = null;
  private workspaceId: string | null = null;

  readonly state = signal<'unknown' | 'in' | 'out' | 'unreachable'>('unknown');
  readonly me = signal<Me | null>(null);
  readonly isOperator = computed(() => this.me()?.isOperator === true);

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    this.document.addEventListener('visibilitychange', () => {
      if (!this.document.hidden) this.keeper.wake();
    });
  }

  /** Looks once whether the cookie still opens the door; later callers get the same answer. */
  start(): Promise<void> {
    this.started ??= this.begin();
    return this.started;
  }

  get token(): string | null {
    return this.keeper.token;
  }

  fresh(): Promise<string | null> {
    return this.keeper.fresh();
  }

  insteadOf(refused: string | null): Promise<string | null> {
    return this.keeper.insteadOf(refused);
  }

  /** In the workspace at hand. */
  mayAct(least: Role): boolean {
    const role = this.me()?.workspace.role;
    return role != null && ROLES.indexOf(role) >= ROLES.indexOf(least);
  }

  /** @throws HttpErrorResponse 401 where something was wrong or a code is needed, 429 after too many */
  async signIn(credentials: { email: string; password: string; totp?: string }): Promise<void> {
    await this.enter('login', credentials);
  }

  /** The code that an account asks for after another service vouched for its owner. @throws as signing in does */
  async finishSignIn(ticket: string, totp: string): Promise<void> {
    await this.enter('oauth/finish', { ticket, totp });
  }

  private async enter(path: string, body: object): Promise<void> {
    this.keeper.keep(await firstValueFrom(this.http.post<Grant>(`${API}/auth/${path}`, body)));
    await this.readMe();
    this.state.set('in');
    this.started = Promise.resolve();
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/auth/logout`, {}));
    this.channel.postMessage({ kind: 'signed-out' } satisfies Told);
    this.forget('/sign-in');
  }

  /** After the account or this session came to its end by an order of this page. */
  forget(to: string): void {
    this.keeper.drop();
    this.state.set('out');
    this.document.location.assign(to);
  }

  /** Tells the other tabs, too. */
  forgetEverywhere(to: string): void {
    this.channel.postMessage({ kind: 'signed-out' } satisfies Told);
    this.forget(to);
  }

  async goToWorkspace(id: string): Promise<void> {
    const before = this.workspaceId;
    this.workspaceId = id;
    try {
      await this.keeper.goTo(id);
    } catch (error) {
      this.workspaceId = before;
      throw error;
    }
    this.channel.postMessage({ kind: 'workspace', id } satisfies Told);
    this.document.location.assign('/');
  }

  async readMe(): Promise<void> {
    this.me.set(await firstValueFrom(this.http.get<Me>(`${API}/me`)));
  }

  private async begin(): Promise<void> {
    try {
      if ((await this.keeper.fresh()) === null) return this.state.set('out');
      await this.readMe();
      this.state.set('in');
    } catch {
      // Asked again by the next visit to a page.
      this.started = null;
      this.state.set('unreachable');
    }
  }

  private granted({ workspaceId }: Grant): void {
    const moved = this.workspaceId !== null && this.workspaceId !== workspaceId;
    this.workspaceId = workspaceId;
    // Another tab went to another workspace, or this person is no member of that one any more.
    if (moved) this.document.location.reload();
  }

  private ended(): void {
    if (this.state() !== 'in') return this.state.set('out');
    const { pathname, search } = this.document.location;
    const query = new URLSearchParams({ problem: 'signed-out', returnTo: returnPath(pathname + search) });
    this.forget(`/sign-in?${query.toString()}`);
  }

  private hear(told: Told): void {
    if (this.state() !== 'in') return;
    if (told.kind === 'signed-out') this.forget('/sign-in');
    else if (told.id !== this.workspaceId) this.document.location.assign('/');
  }
}
