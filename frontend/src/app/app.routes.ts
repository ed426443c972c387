import type { Routes } from '@angular/router';
import { known, operators, signedIn } from './core/auth/guards.js';
import { Shell } from './core/shell/shell.js';

export const routes: Routes = [
  {
    path: '',
    component: Shell,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', loadChildren: () => import('./features/search/search.routes.js') },
      { path: 'keywords/:id', loadChildren: () => import('./features/keyword/keyword.routes.js') },
      { path: 'tracking', loadChildren: () => import('./features/tracking/tracking.routes.js') },
      { path: 'history', loadChildren: () => import('./features/history/history.routes.js') },
      { path: 'settings', loadChildren: () => import('./features/settings/settings.routes.js') },
      { path: 'billing', loadChildren: () => import('./features/billing/billing.routes.js') },
      {
        path: 'pricing',
        canMatch: [known],
        loadChildren: () => import('./features/billing/pricing.routes.js'),
      },
      {
        path: 'operations/billing',
        canActivate: [operators],
        loadChildren: () => import('./features/billing/overview.routes.js'),
      },
      {
        path: 'operations',
        canActivate: [operators],
        loadChildren: () => import('./features/operations/operations.routes.js'),
      },
    ],
  },
  // The prices are for everybody: who is not signed in sees them in the frame of the entrance.
  {
    path: 'pricing',
    loadComponent: () => import('./core/entrance/entrance.js').then(({ Entrance }) => Entrance),
    loadChildren: () => import('./features/billing/pricing.routes.js'),
  },
  {
    path: '',
    loadComponent: () => import('./core/entrance/entrance.js').then(({ Entrance }) => Entrance),
    loadChildren: () => import('./features/entrance/entrance.routes.js'),
  },
  { path: '**', redirectTo: '' },
];
