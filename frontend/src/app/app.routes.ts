import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadChildren: () => import('./features/search/search.routes.js') },
  { path: 'keywords/:id', loadChildren: () => import('./features/keyword/keyword.routes.js') },
  { path: 'tracking', loadChildren: () => import('./features/tracking/tracking.routes.js') },
  { path: 'operations', loadChildren: () => import('./features/operations/operations.routes.js') },
  { path: '**', redirectTo: '' },
];
