/** An event as the store gives it back: nothing in it is trusted yet. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly data: unknown;
  readonly metadata: unknown;
  /** The bytes that `data` was read from, where they are valid UTF-8 and at hand. */
  readonly dataJson?: Buffer;
}

/** An event ready for the store: validated, as JSON text. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}
