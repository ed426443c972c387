import {
  HttpErrorResponse,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { problemKindOf } from '../errors/refusal.js';
import { SessionStore } from './session.store.js';

const OURS = /^\/api\//;
/** Signing in needs no token, and its 401 is an answer to what was typed. An invitation is accepted by somebody, or by nobody. */
const ENTRANCE = /^\/api\/v1\/auth\/(?!accept-invitation$)/;

const withToken = (request: HttpRequest<unknown>, token: string | null) =>
  token === null ? request : request.clone({ setHeaders: { authorization: `Bearer ${token}` } });

/** Signs each request to our API; where the token is refused, asks for another and tries once more. */
export const withBearer: HttpInterceptorFn = (request, next: HttpHandlerFn) => {
  if (!OURS.test(request.url) || ENTRANCE.test(request.url)) return next(request);
  const session = inject(SessionStore);
  return from(session.fresh()).pipe(
    switchMap((token) =>
      next(withToken(request, token)).pipe(
        catchError((error: unknown) => {
          const isRefused = error instanceof HttpErrorResponse && error.status === 401;
          if (!isRefused || problemKindOf(error) !== 'sign-in-needed') return throwError(() => error);
          return from(session.insteadOf(token)).pipe(
            switchMap((other) =>
              other === null ? throwError(() => error) : next(withToken(request, other)),
            ),
          );
        }),
      ),
    ),
  );
};
