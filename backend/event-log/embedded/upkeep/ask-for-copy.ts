import { connect, type ClientHttp2Stream, type IncomingHttpHeaders } from 'node:http2';
import { frame } from '../grpc/frames.js';
import { textField } from '../protobuf/wire-writer.js';
import { UpkeepRefused } from './upkeep-refused.js';

/** The call that copies the served file. It is none of EventStoreDB's, and no client but ours knows it. */
export const COPY_PATH = '/digitallz.event_store.Upkeep/Copy';

/** Has the server at this address copy its file. Throws UpkeepRefused with what the server says. */
export async function askForCopy(address: string, target: string): Promise<void> {
  const session = connect(address);
  try {
    const failed = new Promise<never>((_resolve, reject) => session.once('error', reject));
    const call = session.request({
      ':method': 'POST',
      ':path': COPY_PATH,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    call.end(frame(textField(1, target)));
    const { status, message } = await Promise.race([statusOf(call), failed]);
    if (status !== '0') throw new UpkeepRefused(message);
  } catch (cause) {
    if (cause instanceof UpkeepRefused) throw cause;
    throw new UpkeepRefused(`the event store at ${address} does not answer: ${String(cause)}`, { cause });
  } finally {
    session.destroy();
  }
}

function statusOf(call: ClientHttp2Stream): Promise<{ status: string; message: string }> {
  return new Promise((resolve, reject) => {
    const take = (headers: IncomingHttpHeaders): void => {
      const status = headers['grpc-status'];
      if (typeof status !== 'string') return;
      resolve({ status, message: decodeURIComponent(String(headers['grpc-message'] ?? '')) });
    };
    call.on('response', take);
    call.on('trailers', take);
    call.once('error', reject);
    call.once('close', () => {
      reject(new Error('the call was cut off'));
    });
    call.resume();
  });
}
