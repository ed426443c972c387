import type { Routes } from '@angular/router';
import { OverviewPage } from './overview.page.js';

export default [{ path: '', component: OverviewPage }] satisfies Routes;
