import type { Role } from '../../../../contracts/values/role.js';
import type { Sealed } from '../../../../contracts/values/sealed.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../../event-log/event-log.js';
import { erasureEvent, type Person } from '../person.js';

export interface SharedWorkspace {
  readonly id: string;
  readonly name: Sealed;
  readonly members: ReadonlyMap<string, Role>;
  /** Those that were neither accepted nor revoked. */
  readonly openInvitations: ReadonlySet<string>;
}
export type SharedWorkspaceState = SharedWorkspace | undefined;

export const workspaceStream = (id: string): string => `workspace-${id}`;

export function evolveShared(
  state: SharedWorkspaceState,
  { type, data }: AnyRecordedEvent,
): SharedWorkspaceState {
  if (type === 'workspace.Created.v1')
    return {
      id: data.workspaceId,
      name: data.name,
      members: new Map([[data.ownerId, 'owner']]),
      openInvitations: new Set(),
    };
  if (!state) return state;
  const withMember = (id: string, role: Role) => ({
    ...state,
    members: new Map(state.members).set(id, role),
  });
  const closedInvitation = (id: string) =>
    new Set([...state.openInvitations].filter((other) => other !== id));
  if (type === 'workspace.Renamed.v1') return { ...state, name: data.name };
  if (type === 'workspace.MemberInvited.v1')
    return { ...state, openInvitations: new Set([...state.openInvitations, data.invitationId]) };
  if (type === 'workspace.InvitationRevoked.v1')
    return { ...state, openInvitations: closedInvitation(data.invitationId) };
  if (type === 'workspace.MemberJoined.v1')
    return {
      ...withMember(data.accountId, data.role),
      openInvitations: closedInvitation(data.invitationId),
    };
  if (type === 'workspace.MemberRoleChanged.v1') return withMember(data.accountId, data.role);
  if (type === 'workspace.MemberRemoved.v1')
    return { ...state, members: new Map([...state.members].filter(([id]) => id !== data.accountId)) };
  return state;
}

/** Others would be left without anybody who can pay, invite and close it. */
export function leavesOthersWithoutOwner({ members }: SharedWorkspace, accountId: string): boolean {
  if (members.get(accountId) !== 'owner' || members.size === 1) return false;
  return [...members].every(([id, role]) => id === accountId || role !== 'owner');
}

const BY_RANK: readonly Role[] = ['owner', 'admin', 'analyst', 'viewer'];

/**
 * Takes a person out who has closed the account. Had the other owner left in the very moment before, the highest of those who stay
 * becomes the owner: the erasure is promised and cannot wait for them.
 */
export function takeOut(state: SharedWorkspaceState, person: Person): readonly AnyNewEvent[] {
  if (!state?.members.has(person.id)) return [];
  const { id: workspaceId } = state;
  const removed = erasureEvent(
    person,
    { type: 'workspace.MemberRemoved.v1', data: { workspaceId, accountId: person.id, why: 'erased' } },
    { workspace: workspaceId },
  );
  if (!leavesOthersWithoutOwner(state, person.id)) return [removed];
  const others = [...state.members].filter(([id]) => id !== person.id);
  const [heir] = others.sort(([, a], [, b]) => BY_RANK.indexOf(a) - BY_RANK.indexOf(b));
  if (!heir) return [removed];
  const raised = erasureEvent(
    person,
    { type: 'workspace.MemberRoleChanged.v1', data: { workspaceId, accountId: heir[0], role: 'owner' } },
    { workspace: workspaceId },
  );
  return [raised, removed];
}

/** Whether an API key was revoked; undefined before it was issued. */
export function evolveIsRevoked(state: boolean | undefined, { type }: AnyRecordedEvent): boolean | undefined {
  if (type === 'workspace.ApiKeyIssued.v1') return false;
  return type === 'workspace.ApiKeyRevoked.v1' ? true : state;
}
