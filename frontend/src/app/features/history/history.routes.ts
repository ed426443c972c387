import type { Routes } from '@angular/router';
import { HistoryPage } from './history.page.js';

export default [{ path: '', component: HistoryPage }] satisfies Routes;
