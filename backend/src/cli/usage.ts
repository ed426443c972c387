/** The words on the command line do not fit; the usage is shown with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
