import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';
import type { PlanList } from '../../api/billing.js';
import { failureOf } from '../../core/errors/problem.js';

/** What there is to buy; for everybody. */
@Injectable({ providedIn: 'root' })
export class PlansStore {
  private readonly resource = httpResource<PlanList>(() => '/api/v1/billing/plans');
  readonly list = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? failureOf(error) : null;
  });

  reload(): void {
    this.resource.reload();
  }
}
