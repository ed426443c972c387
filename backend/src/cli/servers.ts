import { resolve } from 'node:path';
import { runningAddresses } from '../../local-servers/run-file.js';

export type ServerVariable = 'DATABASE_URL' | 'EVENTSTORE_URL';

/** Keys of the double of Stripe that the `npm start` on DATA_DIR has beside it; nothing where there is none. */
export const runningPayments = (): Readonly<Record<string, string>> =>
  runningAddresses(resolve(process.env['DATA_DIR'] ?? '.data'))?.payments ?? {};

/** Address of a server: the variable's, else that of the `npm start` that runs on DATA_DIR. Throws in words. */
export function serverAddress(variable: ServerVariable): string {
  const given = process.env[variable];
  if (given) return given;
  const dataFolder = resolve(process.env['DATA_DIR'] ?? '.data');
  const addresses = runningAddresses(dataFolder);
  if (!addresses)
    throw new Error(`nothing runs on ${dataFolder}: start it with npm start, or set ${variable}.`);
  return addresses[variable];
}
