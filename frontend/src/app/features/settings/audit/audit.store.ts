import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import type { AuditEvent, AuditPage } from '../../../api/people.js';
import { failureOf, type Failure } from '../../../core/errors/problem.js';
import { auditParams, type AuditFilters } from './audit-filters.js';

const URL = '/api/v1/audit/events';
const PAGE = '50';

/** Entries read so far, page by page. */
@Injectable()
export class AuditStore {
  private readonly http = inject(HttpClient);
  /** Undefined until the first page is there. */
  readonly items = signal<readonly AuditEvent[] | undefined>(undefined);
  readonly nextCursor = signal<string | null>(null);
  readonly loading = signal(false);
  readonly failure = signal<Failure | null>(null);
  private filters: AuditFilters = {};
  private reading: Subscription | undefined;

  load(filters: AuditFilters): void {
    this.filters = filters;
    this.items.set(undefined);
    this.nextCursor.set(null);
    this.read();
  }

  more(): void {
    if (!this.loading()) this.read();
  }

  private read(): void {
    this.reading?.unsubscribe();
    this.loading.set(true);
    this.failure.set(null);
    const cursor = this.nextCursor();
    const params = { ...auditParams(this.filters), limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    this.reading = this.http.get<AuditPage>(URL, { params }).subscribe({
      next: ({ items, nextCursor }) => {
        this.items.update((before) => [...(before ?? []), ...items]);
        this.nextCursor.set(nextCursor);
        this.loading.set(false);
      },
      error: (error: unknown) => {
        this.failure.set(failureOf(error));
        this.loading.set(false);
      },
    });
  }
}
