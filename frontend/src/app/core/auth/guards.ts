import { inject } from '@angular/core';
import { Router, type CanActivateFn, type CanMatchFn } from '@angular/router';
import { returnPath } from './return-to.js';
import { SessionStore } from './session.store.js';

/** Lets in who is signed in; everybody else signs in first and comes back to the page that was asked for. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.start();
  if (session.state() === 'in') return true;
  const returnTo = returnPath(url);
  return router.createUrlTree(['/sign-in'], {
    queryParams: {
      ...(returnTo === '/' ? {} : { returnTo }),
      ...(session.state() === 'unreachable' ? { problem: 'unreachable' } : {}),
    },
  });
};

/** Whoever is signed in already has nothing to do here. */
export const signedOut: CanActivateFn = async (route) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.start();
  if (session.state() !== 'in') return true;
  return router.parseUrl(returnPath(route.queryParamMap.get('returnTo')));
};

/** Tells who is signed in from who is not, where both have a page of the same address. */
export const known: CanMatchFn = async () => {
  const session = inject(SessionStore);
  await session.start();
  return session.state() === 'in';
};

/** Those who run the platform. */
export const operators: CanActivateFn = () =>
  inject(SessionStore).isOperator() || inject(Router).createUrlTree(['/']);
