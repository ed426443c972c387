import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the port answers to plain HTTP/1.1: EventStoreDB's health check, and a hint for everyone else. */
export function answerPlainHttp(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  if (request.url === '/health/live') {
    response.writeHead(204).end();
    return;
  }
  response
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    .end("This port speaks EventStoreDB's gRPC protocol: connect with an esdb:// connection string.\n");
}
