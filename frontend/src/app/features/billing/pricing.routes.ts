import type { Routes } from '@angular/router';
import { PricingPage } from './pricing.page.js';

export default [{ path: '', component: PricingPage }] satisfies Routes;
