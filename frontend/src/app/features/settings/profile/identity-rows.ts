import { PROVIDER_NAMES, type Me, type Provider } from '../../../api/people.js';

export interface IdentityRow {
  readonly id: Provider;
  readonly name: string;
  readonly isLinked: boolean;
  /** Why its button does nothing now. */
  readonly whyNot: string | null;
}

interface Reasons {
  readonly onlyWayIn: string;
  readonly unproved: string;
}

/** Those that the server offers, and those that are linked though it offers them no more: they can still be unlinked. */
export function identityRows(
  { providers, hasPassword, isVerified }: Pick<Me, 'providers' | 'hasPassword' | 'isVerified'>,
  offered: readonly Provider[],
  { onlyWayIn, unproved }: Reasons,
): readonly IdentityRow[] {
  const isOnlyWayIn = !hasPassword && providers.length === 1;
  return [...new Set([...offered, ...providers])].map((id) => {
    const isLinked = providers.includes(id);
    const linkedReason = isOnlyWayIn ? onlyWayIn : null;
    const otherReason = isVerified ? null : unproved;
    return { id, name: PROVIDER_NAMES[id], isLinked, whyNot: isLinked ? linkedReason : otherReason };
  });
}

export interface Returned {
  readonly provider: Provider;
  /** Left out: it is linked. */
  readonly problem?: string;
}

/** How the journey to a provider ended, as the address says; null where there was none. */
export function saidOnReturn(query: { get(name: string): string | null }): Returned | null {
  const provider = query.get('linked');
  const problem = query.get('problem');
  if (provider !== 'google' && provider !== 'github') return null;
  return problem === null ? { provider } : { provider, problem };
}
