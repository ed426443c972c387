import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../observability/log.js';
import { LOG } from '../tokens.js';
import { isDashboardRoute, sendDashboard } from './dashboard.js';
import { Problem } from './problem.js';
import { toProblem } from './to-problem.js';

/** The one place where an error becomes an answer. What nobody foresaw is logged once, with the id that the client gets. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error) ?? this.unforeseen(error, request);
    if (problem.kind === 'unavailable')
      this.log.write('warn', 'a store did not answer', { requestId: request.id, error });
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.kind === 'not-found' && reply.server.hasDashboard && isDashboardRoute(request)) {
      sendDashboard(reply);
      return;
    }
    void reply
      .status(problem.status)
      .headers({ ...problem.headers, 'cache-control': 'no-store' })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem.document(request.id)));
  }

  private unforeseen(error: unknown, request: FastifyRequest): Problem {
    this.log.write('error', 'unforeseen error', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      error,
    });
    return new Problem('unexpected', `Tell us this number and we can find out what happened: ${request.id}`);
  }
}
