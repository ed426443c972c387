import { Injectable, computed } from '@angular/core';
import { httpResource } from '@angular/common/http';
import type { Status } from '../../api/types.js';

/** What kind of data this installation shows. */
@Injectable({ providedIn: 'root' })
export class StatusStore {
  private readonly resource = httpResource<Status>(() => '/api/v1/status');
  private readonly status = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly sandbox = computed(() => this.status()?.marketplaces === 'sandbox');
  readonly demo = computed(() => this.status()?.demo === true);
}
