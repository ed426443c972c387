import { Transform, type Readable } from 'node:stream';
import type { FastifyRequest, RequestPayload } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, of addresses whose senders sign it; undefined elsewhere. */
    signedBytes?: Buffer;
  }
}

/** Addresses that are sent signed bodies. A signature is over bytes: parsing and writing JSON anew would change them. */
const SIGNED: ReadonlySet<string> = new Set(['POST /api/v1/webhooks/stripe']);

/** The payload, and on the way of a signed one a copy of its bytes for `signedBytes`. */
export function keepSignedBytes(request: FastifyRequest, payload: RequestPayload): RequestPayload {
  if (!SIGNED.has(`${request.method} ${request.routeOptions.url ?? ''}`)) return payload;
  const chunks: Buffer[] = [];
  const copying: Readable & { receivedEncodedLength?: number } = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      copying.receivedEncodedLength = (copying.receivedEncodedLength ?? 0) + chunk.length;
      done(null, chunk);
    },
    flush(done) {
      request.signedBytes = Buffer.concat(chunks);
      done();
    },
  });
  payload.on('error', (error) => copying.destroy(error));
  return payload.pipe(copying as Transform);
}
