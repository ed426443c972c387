/** The host's robots.txt does not want this address asked for. Nothing was asked. */
export class RefusedByRobots extends Error {
  override readonly name = 'RefusedByRobots';
}

/** No whole answer came: the network, the time, or the host gave out. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly reason: 'unavailable' | 'truncated',
    message: string,
  ) {
    super(message);
  }
}
