import type { Routes } from '@angular/router';
import { OperationsPage } from './operations.page.js';

export default [{ path: '', component: OperationsPage }] satisfies Routes;
