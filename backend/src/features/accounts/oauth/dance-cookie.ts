import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ShortLivedBoxes } from './short-lived-boxes.js';

const NAME = '__Host-dk_oauth';
const USE = 'oauth dance';
const LIFE_S = 600;
const STATE_BYTES = 32;

const begunSchema = z.strictObject({
  provider: z.enum(['google', 'github']),
  /** Comes back in the address: the answer is to a question that this browser asked (RFC 6749, 10.12). */
  state: z.string(),
  /** Of PKCE (RFC 7636): whoever steals the code from the address cannot use it without. */
  verifier: z.string(),
  returnTo: z.string(),
  link: z.strictObject({ accountId: z.string(), sessionId: z.string() }).optional(),
});
export type BegunDance = z.output<typeof begunSchema>;

/** What a browser that went to a provider comes back with. Nothing of it is kept here; only that a state was used is. */
@Injectable()
export class DanceCookie {
  constructor(private readonly boxes: ShortLivedBoxes) {}

  begin(dance: Omit<BegunDance, 'state'>): { readonly state: string; readonly cookie: string } {
    const state = randomBytes(STATE_BYTES).toString('base64url');
    return { state, cookie: this.boxes.close(USE, { ...dance, state }, LIFE_S) };
  }

  /** Undefined where there is no cookie, or it is too old, or not ours. */
  find(cookies: string | undefined): BegunDance | undefined {
    for (const part of (cookies ?? '').split(';')) {
      const [name, value] = part.trim().split('=');
      if (name === NAME && value) return this.boxes.open(USE, value, begunSchema);
    }
    return undefined;
  }

  /** A dance ends once, though a browser may keep the cookie and the address of its end. */
  endsFirst({ state }: BegunDance): Promise<boolean> {
    return this.boxes.isFirstUse('oauth-state', state, LIFE_S);
  }
}

/** Lax: the browser comes back from another site, and must bring it along. */
const attributes = (lifeS: number): string => `Path=/; Max-Age=${lifeS}; HttpOnly; Secure; SameSite=Lax`;

export const setDanceCookie = (reply: FastifyReply, cookie: string): void =>
  void reply.header('set-cookie', `${NAME}=${cookie}; ${attributes(LIFE_S)}`);

export const clearDanceCookie = (reply: FastifyReply): void =>
  void reply.header('set-cookie', `${NAME}=; ${attributes(0)}`);
