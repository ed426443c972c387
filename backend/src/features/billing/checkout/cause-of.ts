import type { Asked } from '../../../../contracts/events/asked.js';
import type { Cause } from '../subscription/subscription-events.js';

/** A person's request, by the id that is ours. */
export const causeOf = ({ ownId, requestId, actor }: Asked): Cause => ({ id: ownId ?? requestId, actor });
