import { openStoreUnderTest } from '../contract/event-log-contract.js';
import type { ContractCase } from '../contract/contract-case.js';
import type { Fault } from './fault.js';
import { startFaultyProxy } from './faulty-proxy.js';

const AT_ONCE = 12;

/** Runs cases of the contract against a store that has this fault. @returns the names of those that failed, with why. */
export async function failuresWith(
  fault: Fault,
  connectionString: string,
  patienceMs: number,
  cases: readonly ContractCase[],
): Promise<Map<string, string>> {
  const proxy = await startFaultyProxy(connectionString, fault);
  const store = openStoreUnderTest(proxy.connectionString, patienceMs);
  const failures = new Map<string, string>();
  const left = [...cases];
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      const reason = await failureOf(one.run(store), 3 * patienceMs);
      if (reason !== undefined) failures.set(one.name, reason);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await store.close();
  await proxy.close();
  return failures;
}

async function failureOf(running: Promise<void>, withinMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`did not end within ${withinMs} ms`), withinMs);
  });
  try {
    return await Promise.race([running.then(() => undefined), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
