import type { Store } from '../store/store.js';
import { Refusal } from './refusal.js';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The answer that the same request with this key got before; refuses another request with the key. */
export function answeredBefore(store: Store, key: string, request: string): Answer | undefined {
  const row = store.sql('select request, status, body from answers where key = ?').get(key);
  if (!row) return undefined;
  if (row['request'] !== request)
    throw new Refusal(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  return { status: Number(row['status']), body: String(row['body']) };
}

export function keepAnswer(store: Store, key: string, request: string, answer: Answer): void {
  store
    .sql('insert into answers (key, request, status, body) values (?, ?, ?, ?)')
    .run(key, request, answer.status, answer.body);
}
