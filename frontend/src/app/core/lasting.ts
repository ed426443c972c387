import { linkedSignal, type Signal } from '@angular/core';
import type { HttpResourceRef } from '@angular/common/http';

/**
 * The last value that a resource gave for the same subject: while it is read again (another day, another interval) the old
 * one stays on screen; for another subject it does not.
 */
export function lasting<T>(
  resource: HttpResourceRef<T | undefined>,
  subject: () => string,
): Signal<T | undefined> {
  return linkedSignal<{ subject: string; value: T | undefined; failed: boolean }, T | undefined>({
    source: () => ({
      subject: subject(),
      value: resource.hasValue() ? resource.value() : undefined,
      failed: resource.error() !== undefined,
    }),
    computation: (now, before) => {
      if (now.value !== undefined) return now.value;
      return !now.failed && before?.source.subject === now.subject ? before.value : undefined;
    },
  });
}
