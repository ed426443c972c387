import { Injectable, inject, signal } from '@angular/core';
import { Observable, Subject, filter } from 'rxjs';
import type { Moved } from '../../api/types.js';
import { SessionStore } from '../auth/session.store.js';
import { readEvents } from './event-stream.js';
import { parseMoved } from './moved.js';

const URL = '/api/v1/events/live';
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** The server says something every 20 seconds: a line that is silent for longer than two of them is dead. */
const SILENT_MS = 50_000;

/** Listens to the API's server-sent events for as long as somebody is signed in, and says whether it hears them. */
@Injectable({ providedIn: 'root' })
export class LiveUpdatesStore {
  readonly state = signal<'connecting' | 'live' | 'lost'>('connecting');
  private readonly session = inject(SessionStore);
  private readonly messages = new Subject<Moved>();
  private retryMs = FIRST_RETRY_MS;

  constructor() {
    void this.connect();
  }

  /** Messages of one projection. What moved while the connection was lost is told as keys null once it is back. */
  of(projection: string): Observable<Moved> {
    return this.messages.pipe(filter((m) => m.projection === projection || m.projection === '*'));
  }

  private async connect(): Promise<void> {
    try {
      await this.listen();
    } catch {
      // A line that breaks is as good as one that ends: it is made anew below, and the page says that it is lost.
    }
    this.state.set('lost');
    if (this.session.state() === 'out') return;
    setTimeout(() => void this.connect(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  /** Resolves when the server ends the stream. @throws Error where it cannot be had or breaks */
  private async listen(): Promise<void> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENT_MS);
    try {
      const body = await this.open(silence.signal);
      const wasLost = this.state() === 'lost';
      this.state.set('live');
      this.retryMs = FIRST_RETRY_MS;
      if (wasLost) this.messages.next({ projection: '*', position: '0', keys: null });
      for await (const { name, data } of readEvents(body)) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENT_MS);
        const moved = name === 'moved' ? parseMoved(data) : null;
        if (moved) this.messages.next(moved);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  private async open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const token = await this.session.fresh();
    let response = await this.ask(token, signal);
    if (response.status === 401) response = await this.ask(await this.session.insteadOf(token), signal);
    if (!response.ok || !response.body) throw new Error(`No live updates: ${response.status}`);
    return response.body;
  }

  private ask(token: string | null, signal: AbortSignal): Promise<Response> {
    const headers = { accept: 'text/event-stream', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return fetch(URL, { headers, signal, cache: 'no-store' });
  }
}
