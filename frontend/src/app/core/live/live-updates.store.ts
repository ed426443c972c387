import { Injectable, signal } from '@angular/core';
import { Observable, Subject, filter } from 'rxjs';
import type { Moved } from '../../api/types.js';
import { parseMoved } from './moved.js';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** Listens to the API's server-sent events for as long as the page is open, and says whether it hears them. */
@Injectable({ providedIn: 'root' })
export class LiveUpdatesStore {
  readonly state = signal<'connecting' | 'live' | 'lost'>('connecting');
  private readonly messages = new Subject<Moved>();
  private retryMs = FIRST_RETRY_MS;

  constructor() {
    this.connect();
  }

  /** Messages of one projection. What moved while the connection was lost is told as keys null once it is back. */
  of(projection: string): Observable<Moved> {
    return this.messages.pipe(filter((m) => m.projection === projection || m.projection === '*'));
  }

  private connect(): void {
    const source = new EventSource('/api/v1/events/live');
    source.addEventListener('open', () => {
      const wasLost = this.state() === 'lost';
      this.state.set('live');
      this.retryMs = FIRST_RETRY_MS;
      if (wasLost) this.messages.next({ projection: '*', position: '0', keys: null });
    });
    source.addEventListener('moved', (event: MessageEvent<string>) => {
      const moved = parseMoved(event.data);
      if (moved) this.messages.next(moved);
    });
    source.addEventListener('error', () => {
      this.state.set('lost');
      // The browser tries again by itself after a broken line, but not after a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.connect(), this.retryMs);
      this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
    });
  }
}
