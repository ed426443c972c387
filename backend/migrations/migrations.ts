import { Migration20261123000000_following_checkpoints } from './Migration20261123000000_following_checkpoints.js';

/** Every migration, oldest first: an explicit list runs alike from built files and from tests. */
export const migrations = [Migration20261123000000_following_checkpoints];
