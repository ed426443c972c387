import { describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../contracts/events/asked.js';
import { quotasOf, type Plan } from '../../../contracts/values/plans.js';
import { isAtLeast, ROLES, type Role } from '../../../contracts/values/role.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyNewEvent } from '../../../event-log/event-log.js';
import { NoRoom, Refusal, type RefusalKind } from './refusal.js';
import {
  decideAcceptance,
  decideForgetting,
  decideInvitation,
  decideRemoval,
  decideRevocation,
  decideRole,
  evolve,
  type Workspace,
} from './workspace.decider.js';

const asked: Asker = { requestId: 'r-1', actor: 'by', at: '2026-03-14T09:30:00.000Z' };
const sealed = 'sealed:1:x' as Sealed;
const LATER = '2026-03-21T09:30:00.000Z';
const invitation = { email: sealed, emailHash: 'hash of ben', role: 'analyst', expiresAt: LATER } as const;

const workspace = (
  members: Record<string, Role>,
  invitations: Workspace['invitations'] = new Map(),
): Workspace => ({
  id: 'w-1',
  name: sealed,
  members: new Map(Object.entries(members)),
  invitations,
  accepted: new Map(),
});
const invited = (members: Record<string, Role>) => workspace(members, new Map([['i-1', invitation]]));

/** Types of the events, or why there are none. */
function outcome(decide: () => AnyNewEvent[]): string[] | RefusalKind | 'no-room' {
  try {
    return decide().map(({ type }) => type.replace(/^workspace\.|\.v1$/g, ''));
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    if (error instanceof NoRoom) return 'no-room';
    throw error;
  }
}

describe('a role', () => {
  it.each(ROLES.flatMap((own) => ROLES.flatMap((now) => ROLES.map((next) => ({ own, now, next })))))(
    'given by $own, from $now to $next, asks for a manager whose own is not below either',
    ({ own, now, next }) => {
      const decided = outcome(() =>
        decideRole(
          workspace({ by: own, ben: now, first: 'owner' }),
          { by: 'by', accountId: 'ben', role: next },
          asked,
        ),
      );
      const expected = !isAtLeast(own, 'admin')
        ? 'role-too-low'
        : now === next
          ? []
          : isAtLeast(own, now) && isAtLeast(own, next)
            ? ['MemberRoleChanged']
            : 'above-own-role';
      expect(decided).toEqual(expected);
    },
  );

  it('is not taken from the last owner, not even by themselves', () => {
    const change = { by: 'by', accountId: 'by', role: 'viewer' } as const;
    expect(outcome(() => decideRole(workspace({ by: 'owner', ben: 'admin' }), change, asked))).toBe(
      'last-owner',
    );
    expect(outcome(() => decideRole(workspace({ by: 'owner', ben: 'owner' }), change, asked))).toEqual([
      'MemberRoleChanged',
    ]);
  });
});

describe('a member', () => {
  it('leaves whatever their role, but for the last owner', () => {
    const leave = (members: Record<string, Role>) =>
      outcome(() => decideRemoval(workspace(members), { by: 'by', accountId: 'by' }, asked));
    for (const role of ['viewer', 'analyst', 'admin'] as const)
      expect(leave({ by: role, first: 'owner' })).toEqual(['MemberRemoved']);
    expect(leave({ by: 'owner', ben: 'admin' })).toBe('last-owner');
    expect(leave({ by: 'owner', ben: 'owner' })).toEqual(['MemberRemoved']);
    expect(leave({ first: 'owner' })).toBe('no-member');
  });

  it('is removed by a manager who is not below them, and a stranger does not learn who is one', () => {
    const remove = (own: Role, accountId: string) =>
      outcome(() =>
        decideRemoval(workspace({ by: own, ben: 'admin', first: 'owner' }), { by: 'by', accountId }, asked),
      );
    expect(remove('admin', 'ben')).toEqual(['MemberRemoved']);
    expect(remove('admin', 'first')).toBe('above-own-role');
    expect(remove('owner', 'first')).toEqual(['MemberRemoved']);
    expect([remove('analyst', 'ben'), remove('analyst', 'nobody')]).toEqual(['role-too-low', 'role-too-low']);
  });
});

describe('an invitation', () => {
  const invite = (own: Role, role: Role, from = workspace({ by: own })) =>
    outcome(() =>
      decideInvitation(
        from,
        { ...invitation, role, by: 'by', holder: undefined, invitationId: 'i-2' },
        'agency',
        asked,
      ),
    );

  it('offers no role above that of whoever invites', () => {
    expect(invite('analyst', 'viewer')).toBe('role-too-low');
    expect(invite('admin', 'admin')).toEqual(['MemberInvited']);
    expect(invite('admin', 'owner')).toBe('above-own-role');
    expect(invite('owner', 'owner')).toEqual(['MemberInvited']);
  });

  it('replaces that of the same address', () => {
    expect(invite('owner', 'viewer', invited({ by: 'owner' }))).toEqual([
      'InvitationRevoked',
      'MemberInvited',
    ]);
  });

  it('is taken back by managers alone', () => {
    const revoke = (own: Role, invitationId: string) =>
      outcome(() => decideRevocation(invited({ by: own }), { by: 'by', invitationId }, asked));
    expect([revoke('admin', 'i-1'), revoke('admin', 'i-9'), revoke('viewer', 'i-1')]).toEqual([
      ['InvitationRevoked'],
      'no-invitation',
      'role-too-low',
    ]);
  });

  it('is accepted by the owner of its address, in time, once', () => {
    const accept = (emailHash: string, at = asked.at, from = invited({ first: 'owner' })) =>
      outcome(() =>
        decideAcceptance(from, { accountId: 'ben', invitationId: 'i-1', emailHash }, 'agency', {
          ...asked,
          at,
        }),
      );
    expect(accept('hash of ben')).toEqual(['MemberJoined']);
    expect(accept('hash of mallory')).toBe('sent-to-another');
    expect(accept('hash of ben', LATER)).toBe('expired');
    expect(accept('hash of ben', asked.at, workspace({ first: 'owner' }))).toBe('no-invitation');
  });

  it('is taken out once it has expired, and not before', () => {
    const forget = (at: string, invitationId = 'i-1') =>
      outcome(() => decideForgetting(invited({ first: 'owner' }), invitationId, { ...asked, at }));
    expect([forget(asked.at), forget(LATER), forget(LATER, 'i-9')]).toEqual([[], ['InvitationRevoked'], []]);
  });

  it('accepted once more by the member that it made says nothing new', () => {
    const joined = { ...workspace({ ben: 'analyst' }), accepted: new Map([['i-1', 'ben']]) };
    const accept = (accountId: string) =>
      outcome(() =>
        decideAcceptance(joined, { accountId, invitationId: 'i-1', emailHash: 'hash of ben' }, 'free', asked),
      );
    expect([accept('ben'), accept('mallory')]).toEqual([[], 'no-invitation']);
  });

  it('makes no owner a viewer: who is a member keeps their role', () => {
    const own = invited({ ben: 'owner' });
    const acceptance = { accountId: 'ben', invitationId: 'i-1', emailHash: 'hash of ben' };
    const events = decideAcceptance(own, acceptance, 'free', asked);
    expect(events.map(({ type }) => type)).toEqual(['workspace.InvitationRevoked.v1']);
    const [event] = events;
    if (!event) throw new Error('nothing was decided');
    const metadata = { ...event.metadata, recordedAt: asked.at };
    const after = evolve(own, { ...event, metadata, stream: 'workspace-w-1', revision: 0, position: 1n });
    expect([after?.members.get('ben'), after?.invitations.size]).toEqual(['owner', 0]);
  });
});

describe('the members of a plan', () => {
  const PRO = quotasOf('pro').members;
  const people = (count: number): Record<string, Role> => ({
    by: 'owner',
    ...Object.fromEntries(Array.from({ length: count - 1 }, (_, i) => [`m-${i}`, 'viewer'])),
  });
  const inviting = (members: number, open: number, expiresAt = LATER, holder?: string) => {
    const invitations = Array.from({ length: open }, (_, i) => [
      `i-${i}`,
      { ...invitation, emailHash: `hash of ${i}`, expiresAt },
    ]);
    const from = workspace(people(members), new Map(invitations as [string, typeof invitation][]));
    const wanted = { ...invitation, by: 'by', holder, invitationId: 'i-new', emailHash: 'hash of 0' };
    return (emailHash: string) =>
      outcome(() => decideInvitation(from, { ...wanted, emailHash }, 'pro', asked));
  };

  it('and the open invitations together are no more than it has', () => {
    for (let members = 1; members <= PRO; members += 1)
      for (let open = 0; members + open <= PRO; open += 1)
        expect([members, open, inviting(members, open)('hash of ben')]).toEqual([
          members,
          open,
          members + open < PRO ? ['MemberInvited'] : 'no-room',
        ]);
  });

  it('have room for an invitation that replaces one, and where the others have expired', () => {
    expect(inviting(1, PRO - 1)('hash of 0')).toEqual(['InvitationRevoked', 'MemberInvited']);
    expect(inviting(1, PRO, asked.at)('hash of ben')).toEqual(['MemberInvited']);
    expect(inviting(PRO, 1)('hash of 0')).toBe('no-room');
  });

  it('are not asked for room where somebody is one of them already', () => {
    expect(inviting(PRO, 0, LATER, 'm-0')('hash of m-0')).toBe('member-already');
  });

  it('alone count when an invitation is accepted', () => {
    const accept = (members: number, plan: Plan, accountId = 'ben') =>
      outcome(() =>
        decideAcceptance(
          invited(people(members)),
          { accountId, invitationId: 'i-1', emailHash: 'hash of ben' },
          plan,
          asked,
        ),
      );
    expect(accept(PRO - 1, 'pro')).toEqual(['MemberJoined']);
    expect(accept(PRO, 'pro')).toBe('no-room');
    expect(accept(PRO, 'agency')).toEqual(['MemberJoined']);
    expect(accept(1, 'free')).toBe('no-room');
    // Whoever is in already takes no place.
    expect(accept(PRO, 'free', 'm-0')).toEqual(['InvitationRevoked']);
  });
});
