/**
 * Says which variable leads to a store that cannot be used at the start.
 * @throws Error with one line that names the variable; the address itself is not shown, for it may hold a password
 */
export async function reached<T>(variable: string, store: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const why = error instanceof AggregateError ? String(error.errors[0]) : String(error);
    throw new Error(`${variable}: ${store} there cannot be used (${why})`, { cause: error });
  }
}
