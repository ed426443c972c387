import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { GroupCommit } from './appending/group-commit.js';
import { LogWriter } from './appending/log-writer.js';
import { GrpcListener, type GrpcHandler } from './grpc/grpc-listener.js';
import type { Patience } from './grpc/silent-sessions.js';
import { LinkResolver } from './reading/links.js';
import { handleAppend, handleBatchAppend } from './services/appends.js';
import { handleDelete } from './services/deletes.js';
import { handleGossip } from './services/gossip.js';
import { answerPlainHttp } from './services/plain-http.js';
import { handleRead, type ServedLog } from './services/reads.js';
import { handleServerFeatures } from './services/server-features.js';
import { EventFile } from './storage/event-file.js';
import { EventPages } from './storage/event-pages.js';
import { EventTypes } from './storage/event-types.js';
import { Events } from './storage/events.js';
import { Streams } from './storage/streams.js';
import { COPY_PATH } from './upkeep/ask-for-copy.js';
import { CopyHandler } from './upkeep/handle-copy.js';
import { noteAddress, removeAddress } from './upkeep/served-at.js';

export { EventFileInUse, EventFileUnusable } from './storage/file-errors.js';
export { PortUnusable } from './grpc/port-unusable.js';

export interface EmbeddedEventStoreOptions {
  /** The SQLite file; made with its folder if it is absent. */
  readonly file: string;
  /** 0: any free port. */
  readonly port: number;
  /** Default 127.0.0.1: the server has no passwords, so others are kept out by the address. */
  readonly host?: string;
  /** Told what went wrong inside the server; default: the error stream of the process. */
  readonly reportFault?: (fault: unknown) => void;
  /** After which silence a connection is cut off; default: 10 s without a greeting, a minute without an answer to a ping. */
  readonly patience?: Patience;
}

export interface EmbeddedEventStore {
  readonly port: number;
  /** `esdb://host:port?tls=false`, for `@eventstore/db-client`. */
  readonly connectionString: string;
  /** Answers what has arrived, ends every call with UNAVAILABLE, releases port and file. */
  close(): Promise<void>;
}

const STREAMS = '/event_store.client.streams.Streams';
const GOSSIP = '/event_store.client.gossip.Gossip/Read';
const FEATURES = '/event_store.client.server_features.ServerFeatures/GetSupportedMethods';

const reportOnErrorStream = (fault: unknown): void => {
  process.stderr.write(`Event store: ${inspect(fault)}\n`);
};

/**
 * Starts a server that speaks EventStoreDB's gRPC protocol over one SQLite file.
 * Throws EventFileInUse, EventFileUnusable or PortUnusable, each with a message that says how to go on.
 */
export async function startEmbeddedEventStore(
  options: EmbeddedEventStoreOptions,
): Promise<EmbeddedEventStore> {
  const { host = '127.0.0.1', reportFault = reportOnErrorStream, patience } = options;
  const file = EventFile.open(options.file);
  try {
    const { log, commits } = openLog(file, reportFault);
    const listener = new GrpcListener(handlersOf(log, file), answerPlainHttp, reportFault, patience);
    const port = await listener.listen(options.port, host);
    const at = host.includes(':') ? `[${host}]` : host;
    noteAddress(file.path, at, port);
    const close = async (): Promise<void> => {
      commits.flush();
      await nextTurn();
      await listener.close();
      commits.flush();
      removeAddress(file.path);
      file.close();
    };
    let closing: Promise<void> | undefined;
    return { port, connectionString: `esdb://${at}:${port}?tls=false`, close: () => (closing ??= close()) };
  } catch (cause) {
    file.close();
    throw cause;
  }
}

function openLog(
  file: EventFile,
  reportFault: (fault: unknown) => void,
): { log: ServedLog; commits: GroupCommit } {
  const streams = new Streams(file);
  const types = new EventTypes(file);
  const events = new Events(file);
  const nowMs = (): number => Date.now();
  const writer = new LogWriter(streams, types, events, nowMs);
  if (events.head().position === 0) {
    file.transaction(() => {
      writer.begin();
    });
    writer.takeWritten();
  }
  const commits = new GroupCommit(file, writer, reportFault);
  const links = new LinkResolver(streams, events, nowMs);
  const pages = new EventPages(file);
  return { log: { streams, types, events, pages, links, nowMs, commits }, commits };
}

function handlersOf(log: ServedLog, file: EventFile): ReadonlyMap<string, GrpcHandler> {
  const { commits } = log;
  const handlers = new Map<string, GrpcHandler>([
    [
      `${STREAMS}/Read`,
      (call) => {
        handleRead(call, log);
      },
    ],
    [
      `${STREAMS}/Append`,
      (call) => {
        handleAppend(call, commits);
      },
    ],
    [
      `${STREAMS}/BatchAppend`,
      (call) => {
        handleBatchAppend(call, commits);
      },
    ],
    [
      `${STREAMS}/Delete`,
      (call) => {
        handleDelete(call, commits, 'soft-delete');
      },
    ],
    [
      `${STREAMS}/Tombstone`,
      (call) => {
        handleDelete(call, commits, 'tombstone');
      },
    ],
  ]);
  handlers.set(GOSSIP, handleGossip);
  handlers.set(FEATURES, (call) => {
    handleServerFeatures(call, handlers.keys());
  });
  const copies = new CopyHandler(file);
  return new Map(handlers).set(COPY_PATH, (call) => {
    copies.handle(call);
  });
}
