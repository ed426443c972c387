import type { Routes } from '@angular/router';
import { KeywordPage } from './keyword.page.js';

export default [{ path: '', component: KeywordPage }] satisfies Routes;
