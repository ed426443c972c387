import { HttpClient, httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Projection, ProjectionList } from '../../api/types.js';
import { failureOf, type Failure } from '../../core/errors/problem.js';
import { lasting } from '../../core/lasting.js';
import { isMoving, type Order } from './orders.js';

const URL = '/api/v1/projections';
/** Where something is being built, its progress is read this often; else the numbers change slowly. */
const READ_MOVING_MS = 1_000;
const READ_STILL_MS = 3_000;

/** Every follower of the log as the API tells it, read again and again, and what an operator orders. */
@Injectable()
export class OperationsStore {
  private readonly http = inject(HttpClient);
  private readonly resource = httpResource<ProjectionList>(() => URL);
  private readonly last = lasting(this.resource, () => 'projections');
  /** What was shown before the server stopped answering: old numbers that say so are better than none. */
  private readonly seen = signal<ProjectionList | undefined>(undefined);
  /** Name of the projection that an order is under way for. */
  readonly busy = signal<string | null>(null);

  readonly shown = computed(() => this.last() ?? this.seen());
  readonly projections = computed(() => this.shown()?.items);
  readonly reactions = computed(() => this.shown()?.reactions ?? []);
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? failureOf(error) : null;
  });

  constructor() {
    effect(() => {
      const list = this.last();
      if (list) this.seen.set(list);
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      const moving = this.projections()?.some(isMoving) ?? false;
      timer = setTimeout(
        () => {
          // Nobody looks at a page in the background.
          if (!document.hidden) this.reload();
          later();
        },
        moving ? READ_MOVING_MS : READ_STILL_MS,
      );
    };
    later();
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  reload(): void {
    if (!this.resource.isLoading()) this.resource.reload();
  }

  /** Answers with the failure where the server did not take the order. */
  async order(order: Order, { name }: Projection): Promise<Failure | null> {
    this.busy.set(name);
    try {
      await firstValueFrom(this.http.post(`${URL}/${encodeURIComponent(name)}/${order}`, null));
      return null;
    } catch (error) {
      return failureOf(error);
    } finally {
      this.busy.set(null);
      this.resource.reload();
    }
  }
}
