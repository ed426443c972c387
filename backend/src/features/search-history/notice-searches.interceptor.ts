import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { isSearch, noticedSearch, queryOf } from './noticed-search.js';
import { WaitingSearches } from './waiting-searches.js';

/** Notices searches as their answers leave, so that the list of keywords knows nothing of histories and waits for none. */
@Injectable()
export class NoticeSearches implements NestInterceptor {
  constructor(private readonly waiting: WaitingSearches) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (!isSearch(request)) return next.handle();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (!Buffer.isBuffer(answer)) return;
        // Not for who did not wait for the answer: type-ahead breaks off what is overtaken.
        http
          .getResponse<FastifyReply>()
          .raw.once('finish', () =>
            this.waiting.notice(request.caller?.accountId ?? '', queryOf(request), () =>
              noticedSearch(request, answer),
            ),
          );
      }),
    );
  }
}
