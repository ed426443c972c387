import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { CONFIG } from '../tokens.js';
import { Problem } from './problem.js';

const placeSchema = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).max(10);
export type CursorPlace = z.infer<typeof placeSchema>;

const MAC_BYTES = 16;

/**
 * Signed places in a list. A cursor holds the sort values of the last row that was given, and is good for one list alone:
 * the same filters and the same sort, named by `list`. A changed or foreign one is bad input.
 */
@Injectable()
export class Cursors {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'CURSOR_SECRET'>) {}

  issue(list: string, place: CursorPlace): string {
    return this.signed(list, Buffer.from(JSON.stringify(place)).toString('base64url'));
  }

  /** @throws Problem 400 that names `cursor` */
  read(list: string, cursor: string): CursorPlace {
    const [text = ''] = cursor.split('.');
    // Letter by letter: base64 has several spellings of the same bytes, and only one of them was given.
    const given = Buffer.from(cursor);
    const right = Buffer.from(this.signed(list, text));
    if (cursor.length > 2_000 || given.length !== right.length || !timingSafeEqual(given, right))
      throw Problem.ofField(
        'cursor',
        'is not one that this list gave; take nextCursor with the same filters and sort',
      );
    return placeSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  }

  private signed(list: string, text: string): string {
    const about = createHash('sha256').update(list).digest('hex');
    const mac = createHmac('sha256', this.config.CURSOR_SECRET)
      .update(`${about}.${text}`)
      .digest()
      .subarray(0, MAC_BYTES);
    return `${text}.${mac.toString('base64url')}`;
  }
}
