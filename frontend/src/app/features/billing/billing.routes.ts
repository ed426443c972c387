import type { Routes } from '@angular/router';
import { BillingPage } from './billing.page.js';

export default [{ path: '', component: BillingPage }] satisfies Routes;
