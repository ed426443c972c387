import type { CallKind, PassingCall } from './passing-call.js';

/** At which of the messages concerned, counted from 1. */
export type Moment = (nth: number) => boolean;
export const at =
  (...places: readonly number[]): Moment =>
  (nth) =>
    places.includes(nth);
export const every =
  (count: number): Moment =>
  (nth) =>
    nth % count === 0;

/**
 * After so many, then after one more, and so on. A fixed distance may be just what a subscription that begins anew is told: then the
 * same event is spoilt each time, for ever, and no follower could get past it.
 */
export const everLater =
  (first: number): Moment =>
  (nth) => {
    let place = first;
    for (let gap = first + 1; place < nth; gap += 1) place += gap;
    return place === nth;
  };

/** Something that a server does wrong, at chosen moments, in place of passing a message on. */
export class Danger {
  /** How often it has happened. */
  struck = 0;
  #nth = 0;

  /** @param side whether it concerns what clients ask or what they are answered */
  constructor(
    readonly name: string,
    private readonly side: 'request' | 'answer',
    private readonly kind: CallKind,
    private readonly moment: Moment,
    private readonly act: (message: Buffer, call: PassingCall) => void,
  ) {}

  /** @returns true when the message was taken care of */
  takes(side: 'request' | 'answer', message: Buffer, call: PassingCall): boolean {
    if (side !== this.side || call.kind !== this.kind || !this.moment(++this.#nth)) return false;
    this.struck++;
    this.act(message, call);
    return true;
  }
}
