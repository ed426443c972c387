import { metadataOfAsked, type Asker } from '../../../contracts/events/asked.js';
import type { EventMetadata } from '../../../contracts/events/metadata.js';

const PRODUCER = 'search-history/1';

export const searchHistoryStream = (accountId: string): string => `searchHistory-${accountId}`;

/** Without the workspace: a history is its person's, and not for those who may read what happens in a workspace. */
export function byPerson({ requestId, actor, at, from }: Asker): Omit<EventMetadata, 'recordedAt'> {
  return metadataOfAsked({ requestId, actor, at, ...(from === undefined ? {} : { from }) }, PRODUCER);
}
