import { Injectable, computed, signal } from '@angular/core';
import { keep, readKept } from '../preferences/kept.js';

export const FIRST_STEPS = ['look', 'read', 'track'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** The three steps of the first five minutes; remembered, and gone for good once done or hidden. */
@Injectable({ providedIn: 'root' })
export class FirstStepsStore {
  private readonly done = signal<ReadonlySet<string>>(new Set((readKept('firstSteps') ?? '').split(',')));
  readonly visible = computed(() => FIRST_STEPS.some((step) => !this.done().has(step)));
  readonly current = computed(() => FIRST_STEPS.find((step) => !this.done().has(step)) ?? null);

  isDone(step: FirstStep): boolean {
    return this.done().has(step);
  }

  complete(step: FirstStep): void {
    if (!this.isDone(step)) this.write(new Set([...this.done(), step]));
  }

  hide(): void {
    this.write(new Set(FIRST_STEPS));
  }

  private write(done: ReadonlySet<string>): void {
    this.done.set(done);
    keep('firstSteps', [...done].filter(Boolean).join(','));
  }
}
