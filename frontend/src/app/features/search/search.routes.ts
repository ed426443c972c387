import type { Routes } from '@angular/router';
import { SearchPage } from './search.page.js';

export default [{ path: '', component: SearchPage }] satisfies Routes;
