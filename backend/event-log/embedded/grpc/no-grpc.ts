import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';

/** Calls of gRPC are POSTs with this content type, which may go on with the encoding of the messages. */
export const isGrpc = (headers: IncomingHttpHeaders): boolean =>
  headers[':method'] === 'POST' && /^application\/grpc(?![\w-])/.test(headers['content-type'] ?? '');

/** What HTTP/2 requests get that are no gRPC: the health check its answer, the others what they should have been. */
export function answerNoGrpc(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  // A peer that breaks off is its own business.
  stream.on('error', () => {
    stream.close();
  });
  stream.resume();
  const isPost = headers[':method'] === 'POST';
  if (!isPost && headers[':path'] === '/health/live') {
    stream.respond({ ':status': 204 }, { endStream: true });
    return;
  }
  const reason = isPost
    ? `content-type is ${headers['content-type'] ?? 'missing'}; gRPC asks for application/grpc`
    : `${String(headers[':method'])} is no gRPC: connect with an esdb:// connection string`;
  stream.respond({ ':status': isPost ? 415 : 405, 'content-type': 'text/plain; charset=utf-8' });
  stream.end(`${reason}\n`);
}
