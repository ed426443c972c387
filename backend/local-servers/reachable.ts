import { connect } from 'node:net';

const TIMEOUT_MS = 5_000;
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  redis: 6379,
  rediss: 6379,
  postgres: 5432,
  postgresql: 5432,
};
const EVENTSTORE_PORT = 2113;

interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Hosts of an address; that of an event store may name several nodes. */
export function endpointsOf(address: string): Endpoint[] {
  const [scheme = '', rest = ''] = address.split('://');
  const hosts = rest.slice(rest.lastIndexOf('@') + 1).split(/[/?]/)[0] ?? '';
  return hosts.split(',').map((text) => {
    const [, host = text, port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
    return { host, port: port ? Number(port) : (DEFAULT_PORTS[scheme] ?? EVENTSTORE_PORT) };
  });
}

const answers = ({ host, port }: Endpoint): Promise<string | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    const end = (why?: string) => {
      socket.destroy();
      resolve(why);
    };
    socket.once('connect', () => end());
    socket.once('timeout', () => end('no answer within 5 s'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });

/** Throws one line that names the variable where nothing listens at any of its hosts. The password is not repeated. */
export async function requireAnswer(variable: string, address: string): Promise<void> {
  const endpoints = endpointsOf(address);
  const refusals = await Promise.all(endpoints.map(answers));
  if (refusals.includes(undefined)) return;
  const where = endpoints.map(({ host, port }) => `${host}:${port}`).join(', ');
  throw new Error(
    `${variable} names ${where}, where nothing answers (${refusals[0]}): start that server, or unset ${variable}.`,
  );
}
