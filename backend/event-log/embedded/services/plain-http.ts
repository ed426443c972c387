import type { IncomingMessage, ServerResponse } from 'node:http';

/** What EventStoreDB's web interface offers; its clients ask there for what they do not find among the gRPC calls. */
const WEB_INTERFACE = /^\/(admin|projections?|streams|subscriptions|users)(\/|\?|$)/;

/** What the port answers to plain HTTP/1.1: EventStoreDB's health check, and a hint for everyone else. */
export function answerPlainHttp(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const { url = '' } = request;
  if (url === '/health/live') {
    response.writeHead(204).end();
    return;
  }
  response
    .writeHead(WEB_INTERFACE.test(url) ? 501 : 404, { 'content-type': 'text/plain; charset=utf-8' })
    .end("This port speaks EventStoreDB's gRPC protocol: connect with an esdb:// connection string.\n");
}
