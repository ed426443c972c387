import { Migration20261123000000_following_checkpoints } from './Migration20261123000000_following_checkpoints.js';
import { Migration20261124000000_partition_owners } from './Migration20261124000000_partition_owners.js';
import { Migration20261125000000_moved_keys } from './Migration20261125000000_moved_keys.js';
import { Migration20261126000000_sessions } from './Migration20261126000000_sessions.js';

/** Every migration, oldest first: an explicit list runs alike from built files and from tests. */
export const migrations = [
  Migration20261123000000_following_checkpoints,
  Migration20261124000000_partition_owners,
  Migration20261125000000_moved_keys,
  Migration20261126000000_sessions,
];
