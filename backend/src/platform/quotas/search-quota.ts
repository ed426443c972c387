import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Asked } from '../../../contracts/events/asked.js';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import { Sealing } from '../privacy/sealing.js';
import { CLOCK, type Clock } from '../tokens.js';
import { Quotas } from './quotas.js';

/** A text that goes on within this time is the same search, typed further. */
const STILL_TYPING_MS = 5_000;
const MOST_REMEMBERED = 50_000;
const DAY_MS = 86_400_000;

interface Typed {
  readonly id: string;
  readonly text: string;
  readonly atMs: number;
}

/**
 * Counts what a workspace searches for. A search is its text: the same text again that day, its further pages, other filters, another
 * order or a past day cost nothing, nor do the letters on the way to it. Lists without a text are free. (Letters that several API
 * processes answered may count as several searches.)
 */
@Injectable()
export class SearchQuota {
  private readonly typed = new Map<string, Typed>();
  /** Counted today already, so that Redis need not be asked. */
  private readonly known = new Set<string>();
  private day = 0;
  private key: string | undefined;

  constructor(
    private readonly quotas: Quotas,
    private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 402 where the plan has no more searches today */
  async count({ workspace, actor }: Pick<Asked, 'workspace' | 'actor'>, query = ''): Promise<void> {
    const text = normalizeKeyword(query);
    if (text === '') return;
    const nowMs = this.clock();
    this.turn(nowMs);
    // Nobody can read in Redis what was searched for. The key is asked for once: each question goes to a file.
    this.key ??= this.sealing.fingerprint('searches', 'of a day');
    const id = hash('sha256', `${this.key} ${workspace} ${text}`, 'base64url').slice(0, 22);
    const before = this.goesOnFrom(`${workspace} ${actor}`, { id, text, atMs: nowMs });
    if (this.known.has(id)) return;
    await this.quotas.spend('searchesADay', workspace, id, before?.id);
    if (before) this.known.delete(before.id);
    this.known.add(id);
  }

  private goesOnFrom(who: string, typed: Typed): Typed | undefined {
    const last = this.typed.get(who);
    this.typed.delete(who);
    this.typed.set(who, typed);
    for (const oldest of this.typed.keys()) {
      if (this.typed.size <= MOST_REMEMBERED) break;
      this.typed.delete(oldest);
    }
    const goesOn =
      last &&
      last.id !== typed.id &&
      typed.atMs - last.atMs <= STILL_TYPING_MS &&
      typed.text.startsWith(last.text);
    return goesOn ? last : undefined;
  }

  private turn(nowMs: number): void {
    const day = Math.floor(nowMs / DAY_MS);
    if (day === this.day && this.known.size < MOST_REMEMBERED) return;
    this.day = day;
    this.known.clear();
  }
}
