import type { RowSource } from './keyset.js';

/** A workspace's own keywords, which know its figures, too. */
export const ownOf =
  (workspace: string): RowSource =>
  (bind) => {
    const whose = bind(workspace);
    return (schema) => `(select * from ${schema}.own_keyword where workspace = ${whose}) as own`;
  };

const sharedBut =
  (workspace: string): RowSource =>
  (bind) => {
    const whose = bind(workspace);
    return (schema) => `(select * from ${schema}.keyword k where not exists (
       select 1 from ${schema}.own_keyword own where own.id = k.id and own.workspace = ${whose})) as shared`;
  };

/**
 * The keywords that a workspace sees now: the rows that all share, and in place of some of them its own. Two relations, so that each
 * is read along an index of its own.
 */
export const seenBy = (workspace: string): RowSource[] => [sharedBut(workspace), ownOf(workspace)];
