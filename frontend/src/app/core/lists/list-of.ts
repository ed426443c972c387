import { httpResource } from '@angular/common/http';
import { computed, signal, type Signal } from '@angular/core';
import type { Items } from '../../api/people.js';
import { failureOf, type Failure } from '../errors/problem.js';
import { lasting } from '../lasting.js';

/** A list of the API that is read again after each write, so that it has what was written; the old one stays meanwhile. */
export interface ListOf<T> {
  /** Undefined until it is there. */
  readonly items: Signal<readonly T[] | undefined>;
  readonly failure: Signal<Failure | null>;
  /** Again, with what was written at this position. */
  readonly reload: (position?: string) => void;
}

/** Must be called where things can be injected. A url of undefined: not read (yet). */
export function listOf<T>(url: () => string | undefined): ListOf<T> {
  const asked = signal<{ readonly minPosition?: string; readonly turn: number }>({ turn: 0 });
  const resource = httpResource<Items<T>>(() => {
    const address = url();
    const { minPosition } = asked();
    return address === undefined
      ? undefined
      : { url: address, params: minPosition === undefined ? {} : { minPosition } };
  });
  const last = lasting(resource, () => url() ?? '');
  return {
    items: computed(() => last()?.items),
    failure: computed(() => {
      const error = resource.error();
      return error ? failureOf(error) : null;
    }),
    reload: (minPosition) => {
      if (minPosition === undefined || minPosition === asked().minPosition) resource.reload();
      else asked.update(({ turn }) => ({ minPosition, turn: turn + 1 }));
    },
  };
}
