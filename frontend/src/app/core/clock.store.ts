import { Injectable, signal } from '@angular/core';

const TICK_MS = 20_000;

/** The time that ages are counted from; moves on every 20 seconds so that "3 min ago" stays true. */
@Injectable({ providedIn: 'root' })
export class ClockStore {
  readonly nowMs = signal(Date.now());

  constructor() {
    setInterval(() => this.nowMs.set(Date.now()), TICK_MS);
  }
}
