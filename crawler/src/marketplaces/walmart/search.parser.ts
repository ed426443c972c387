import type { NoResults, ReceivedPage } from '../parsed-page.js';
import { obstacleOf } from '../reading/obstacles.js';
import { htmlPage, unfinished, wrongPage } from '../reading/page-body.js';

/** Walmart is not looked at yet: only its walls are known, so that such a page is never taken for anything else. */
export function parseWalmartSearch(received: ReceivedPage): NoResults {
  const page = htmlPage(received);
  return (
    obstacleOf(page, []) ??
    unfinished(page.html) ??
    wrongPage('Pages of Walmart other than its walls are not read yet')
  );
}
