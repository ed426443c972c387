import type { Routes } from '@angular/router';
import { TrackingPage } from './tracking.page.js';

export default [{ path: '', component: TrackingPage }] satisfies Routes;
