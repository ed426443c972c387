import { appendFaults } from './append-faults.js';
import { callFaults } from './call-faults.js';
import type { Fault } from './fault.js';
import { metadataFaults } from './metadata-faults.js';
import { deletionFaults, readFaults } from './read-faults.js';
import { subscriptionFaults } from './subscription-faults.js';

/** Ways in which a store could break its contract, each small enough that most cases do not notice it. */
export const plantedFaults: readonly Fault[] = [
  ...appendFaults,
  ...readFaults,
  ...deletionFaults,
  ...subscriptionFaults,
  ...callFaults,
  ...metadataFaults,
];
