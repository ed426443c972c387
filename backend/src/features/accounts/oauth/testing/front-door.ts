import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface FrontDoor {
  readonly url: string;
  /** Where connections go from now on. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

/** Stands where a reverse proxy would: its address is known, and told to providers, before the product listens anywhere. */
export async function openFrontDoor(): Promise<FrontDoor> {
  let port = 0;
  const open = new Set<Socket>();
  const server = createServer((outer) => {
    const inner = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => open.delete(socket));
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => {
      port = Number(new URL(url).port);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
