import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Sse, type MessageEvent, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { interval, map, merge, Observable, of, Subject, takeUntil } from 'rxjs';
import type { Asked } from '../../../contracts/events/asked.js';
import { ProjectionMoves, type ProjectionMove } from '../../../following/waiting/projection-moves.js';
import { MayFail } from '../../platform/http/api-docs.js';
import { Problem } from '../../platform/http/problem.js';
import { Metrics } from '../../platform/observability/metrics.js';
import { Access, AskedBy } from '../../platform/security/access.js';

/** Proxies close connections on which nothing is said for long. */
const HEARTBEAT_MS = 20_000;
const RECONNECT_AFTER_MS = 2_000;
/** Time for the last bytes to leave. */
const FAREWELL_MS = 50;
const MOST_CLIENTS = 1_000;

/** Tells open pages what moved, as it commits. */
@ApiTags('Live updates')
@Access('live:read')
@Controller('events')
export class LiveUpdatesController implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();
  private clients = 0;

  constructor(
    private readonly moves: ProjectionMoves,
    private readonly metrics: Metrics,
  ) {}

  @Sse('live')
  @ApiOperation({
    summary: 'What moves, as it moves (server-sent events)',
    description:
      'Events named `moved` with `{"projection", "position", "keys"}`: keys are the ids that changed; null means that anything may have changed, and always so for what belongs to a workspace. Comments in between keep the connection open.',
    operationId: 'followMoves',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'An endless stream.',
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'event: moved\ndata: {"projection":"keywords","position":"1042","keys":null}\n\n',
      },
    },
  })
  @MayFail()
  live(@AskedBy() { workspace }: Asked): Observable<MessageEvent> {
    if (this.clients >= MOST_CLIENTS)
      throw new Problem('unavailable', 'Too many open pages.', [], { 'retry-after': '30' });
    const hello = of<MessageEvent>({ comment: 'following', retry: RECONNECT_AFTER_MS });
    const heartbeat = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ comment: 'still here' })));
    return merge(hello, this.moved(workspace), heartbeat).pipe(takeUntil(this.closing));
  }

  /** Before the server closes its connections, so that pages see an end and not a break. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.clients === 0) return;
    this.closing.next();
    await pause(FAREWELL_MS);
  }

  private moved(workspace: string): Observable<MessageEvent> {
    return new Observable((client) => {
      this.clients += 1;
      this.metrics.streamOpened();
      const unsubscribe = this.moves.subscribe((move) => {
        const data = toldOf(move, workspace);
        if (data) client.next({ type: 'moved', data });
      });
      return () => {
        unsubscribe();
        this.clients -= 1;
        this.metrics.streamClosed();
      };
    });
  }
}

/** What everybody sees alike, but for a workspace's own figures: which of it moved is no secret. */
const SHARED: readonly string[] = ['keywords', 'suggestions'];
/** What belongs to a workspace: a page that shows it hears that it had better look again, and learns no id of anybody else's. */
const OWNED: readonly string[] = ['tracked-keywords', 'crawls', 'subscriptions'];

/** Undefined for what is nobody's to know, as people, keys and imported figures; a new read model is told once it is listed here. */
function toldOf({ projection, position, keys }: ProjectionMove, workspace: string): object | undefined {
  const told = { projection, position: position.toString() };
  if (OWNED.includes(projection)) return { ...told, keys: null };
  if (!SHARED.includes(projection)) return undefined;
  const seen = keys && [...new Set(keys.flatMap((key) => seenKey(key, workspace)))];
  return keys?.length && !seen?.length ? undefined : { ...told, keys: seen };
}

/** What moved in one workspace's own view is called by its id and, behind a space, the workspace. */
function seenKey(key: string, workspace: string): string[] {
  const [id = '', owner] = key.split(' ');
  return owner === undefined || owner === workspace ? [id] : [];
}
