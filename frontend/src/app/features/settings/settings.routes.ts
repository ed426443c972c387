import type { Routes } from '@angular/router';
import { SettingsPage } from './settings.page.js';

export default [
  {
    path: '',
    component: SettingsPage,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        loadComponent: () => import('./profile/profile.page.js').then(({ ProfilePage }) => ProfilePage),
      },
      {
        path: 'devices',
        loadComponent: () => import('./devices/devices.page.js').then(({ DevicesPage }) => DevicesPage),
      },
      {
        path: 'workspace',
        loadComponent: () =>
          import('./workspace/workspace.page.js').then(({ WorkspacePage }) => WorkspacePage),
      },
      {
        path: 'keys',
        loadComponent: () => import('./keys/keys.page.js').then(({ KeysPage }) => KeysPage),
      },
      {
        path: 'privacy',
        loadComponent: () => import('./privacy/privacy.page.js').then(({ PrivacyPage }) => PrivacyPage),
      },
      {
        path: 'audit',
        loadComponent: () => import('./audit/audit.page.js').then(({ AuditPage }) => AuditPage),
      },
    ],
  },
] satisfies Routes;
