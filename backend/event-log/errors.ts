/** The stream is not at the revision that the writer expected: somebody else wrote first. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`stream ${stream}: expected revision ${expected}, found ${actual}`);
  }
}

/** The stream was tombstoned and takes nothing any more. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  constructor(readonly stream: string) {
    super(`stream ${stream} is deleted`);
  }
}

/** The store did not answer, or not in time. An append may or may not be stored: repeat it with the same ids and expectation. */
export class EventLogUnavailable extends Error {
  override readonly name = 'EventLogUnavailable';
}

/** The event does not match its schema, is too large, or carries a bad id: nothing was sent. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
}

/** The log holds something the catalogue cannot read: an unknown type or data that breaks its schema. Followers stop. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    message: string,
    readonly type: string,
    readonly position: bigint,
  ) {
    super(message);
  }
}
