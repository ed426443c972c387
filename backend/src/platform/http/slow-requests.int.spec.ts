import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createAdapter } from './server.js';

class EmptyModule {}

let app: NestFastifyApplication;
let port: number;
beforeAll(async () => {
  const adapter = createAdapter({ requestTimeoutMs: 200 });
  app = await NestFactory.create<NestFastifyApplication>(EmptyModule, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
});
afterAll(() => app?.close());

/** Sends the beginning of a request and no more; answers with what comes back until the server hangs up. */
const begin = (beginning: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(beginning));
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });

describe('a request that does not end', () => {
  it.each([
    ['headers', 'GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    [
      'body',
      'POST /api/v1/crawls HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    ],
  ])(
    'is told so and hung up on in its %s',
    async (_where, beginning) => {
      const answer = await begin(beginning);
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer).toContain('problem:request-timeout');
    },
    15_000,
  );
});
