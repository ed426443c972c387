import type { Reaction } from '../../../following/reaction.js';
import { erasePerson, type ErasureParts } from './erasing/erase-person.js';

/** Whoever closed the account is erased, even where the API that was asked died on the way. */
export function finishErasure(parts: ErasureParts): Reaction {
  return {
    name: 'finish-erasure',
    eventTypes: ['account.Closed.v1'],
    async react({ type, data }) {
      if (type === 'account.Closed.v1') await erasePerson(parts, data.accountId);
    },
  };
}
