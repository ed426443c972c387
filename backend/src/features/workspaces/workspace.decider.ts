import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asker } from '../../../contracts/events/asked.js';
import type { DataOf, EventType } from '../../../contracts/events/catalogue.js';
import { quotasOf, type Plan } from '../../../contracts/values/plans.js';
import { isAtLeast, type Role } from '../../../contracts/values/role.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../event-log/event-log.js';
import { NoRoom, Refusal } from './refusal.js';

const NAMESPACE = '2b7e4f9a-1c3d-4e5f-8a6b-9c0d1e2f3a4b';
const PRODUCER = 'workspaces/1';

export interface Invitation {
  readonly email: Sealed;
  readonly emailHash: string;
  readonly role: Role;
  readonly expiresAt: string;
}

export interface Workspace {
  readonly id: string;
  readonly name: Sealed;
  readonly members: ReadonlyMap<string, Role>;
  /** Those that were neither accepted nor revoked. */
  readonly invitations: ReadonlyMap<string, Invitation>;
  /** Whom which invitation made a member, as long as they are one. */
  readonly accepted: ReadonlyMap<string, string>;
}

/** Undefined before it was made. */
export type WorkspaceState = Workspace | undefined;

export const workspaceStream = (id: string): string => `workspace-${id}`;

/** A person's own first workspace: the same however often they are welcomed. */
export const homeOf = (accountId: string): string => uuidV5(accountId, NAMESPACE);

export function evolve(state: WorkspaceState, { type, data }: AnyRecordedEvent): WorkspaceState {
  if (type === 'workspace.Created.v1')
    return {
      id: data.workspaceId,
      name: data.name,
      members: new Map([[data.ownerId, 'owner']]),
      invitations: new Map(),
      accepted: new Map(),
    };
  if (!state) return state;
  if (type === 'workspace.Renamed.v1') return { ...state, name: data.name };
  if (type === 'workspace.MemberInvited.v1') {
    const { invitationId, email, emailHash, role, expiresAt } = data;
    const invitations = new Map(state.invitations).set(invitationId, { email, emailHash, role, expiresAt });
    return { ...state, invitations };
  }
  if (type === 'workspace.InvitationRevoked.v1')
    return { ...state, invitations: without(state.invitations, data.invitationId) };
  if (type === 'workspace.MemberJoined.v1')
    return {
      ...state,
      members: new Map(state.members).set(data.accountId, data.role),
      invitations: without(state.invitations, data.invitationId),
      accepted: new Map(state.accepted).set(data.invitationId, data.accountId),
    };
  if (type === 'workspace.MemberRoleChanged.v1')
    return { ...state, members: new Map(state.members).set(data.accountId, data.role) };
  if (type === 'workspace.MemberRemoved.v1')
    return {
      ...state,
      members: without(state.members, data.accountId),
      accepted: new Map([...state.accepted].filter(([, accountId]) => accountId !== data.accountId)),
    };
  return state;
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Somebody must be able to pay, to invite and to close it. */
export const isLastOwner = ({ members }: Workspace, accountId: string): boolean =>
  members.get(accountId) === 'owner' && [...members.values()].filter((role) => role === 'owner').length === 1;

/** @throws Refusal where there is no such workspace */
export function existing(state: WorkspaceState): Workspace {
  if (!state) throw new Refusal('no-workspace');
  return state;
}

/** The gate asked a read model, a moment ago: what counts is the log. @throws Refusal */
function roleOfManager({ members }: Workspace, accountId: string): Role {
  const role = members.get(accountId);
  if (role === undefined || !isAtLeast(role, 'admin')) throw new Refusal('role-too-low');
  return role;
}

/** Decided on the workspace's own stream: of many at once no more pass than there is room for. @throws NoRoom */
function requireRoom(taken: number, plan: Plan): void {
  if (taken >= quotasOf(plan).members) throw new NoRoom(plan);
}

function requireNotAbove(own: Role, ...roles: readonly Role[]): void {
  if (roles.some((role) => !isAtLeast(own, role))) throw new Refusal('above-own-role');
}

/** Nobody gives or takes a role above their own. Nothing new where the member has the role already. */
export function decideRole(
  workspace: Workspace,
  { by, accountId, role }: { readonly by: string; readonly accountId: string; readonly role: Role },
  asked: Asker,
): AnyNewEvent[] {
  const own = roleOfManager(workspace, by);
  const now = workspace.members.get(accountId);
  if (now === undefined) throw new Refusal('no-member');
  if (now === role) return [];
  requireNotAbove(own, now, role);
  if (isLastOwner(workspace, accountId)) throw new Refusal('last-owner');
  return [
    workspaceEvent('workspace.MemberRoleChanged.v1', { workspaceId: workspace.id, accountId, role }, asked),
  ];
}

/** Everybody may leave; to remove another takes a role that is not below theirs. */
export function decideRemoval(
  workspace: Workspace,
  { by, accountId }: { readonly by: string; readonly accountId: string },
  asked: Asker,
): AnyNewEvent[] {
  const isLeaving = by === accountId;
  const own = isLeaving ? undefined : roleOfManager(workspace, by);
  const role = workspace.members.get(accountId);
  if (role === undefined) throw new Refusal('no-member');
  if (own !== undefined) requireNotAbove(own, role);
  if (isLastOwner(workspace, accountId)) throw new Refusal('last-owner');
  const why = isLeaving ? 'left' : 'removed';
  return [workspaceEvent('workspace.MemberRemoved.v1', { workspaceId: workspace.id, accountId, why }, asked)];
}

/**
 * A second invitation of the same address replaces the first. There are no more invitations than people who could accept them.
 * @param by who invites
 * @param holder whose address it is, where somebody registered it
 */
export function decideInvitation(
  workspace: Workspace,
  {
    by,
    holder,
    invitationId,
    ...invitation
  }: Invitation & {
    readonly by: string;
    readonly holder: string | undefined;
    readonly invitationId: string;
  },
  plan: Plan,
  asked: Asker,
): AnyNewEvent[] {
  requireNotAbove(roleOfManager(workspace, by), invitation.role);
  const { id: workspaceId, members } = workspace;
  if (holder !== undefined && members.has(holder)) throw new Refusal('member-already');
  const replaced = [...workspace.invitations].filter(
    ([, { emailHash }]) => emailHash === invitation.emailHash,
  );
  const open = [...workspace.invitations.values()].filter(
    ({ emailHash, expiresAt }) => emailHash !== invitation.emailHash && expiresAt > asked.at,
  );
  requireRoom(members.size + open.length, plan);
  return [
    ...replaced.map(([id]) =>
      workspaceEvent('workspace.InvitationRevoked.v1', { workspaceId, invitationId: id }, asked, id),
    ),
    workspaceEvent('workspace.MemberInvited.v1', { workspaceId, invitationId, ...invitation }, asked),
  ];
}

export function decideRevocation(
  workspace: Workspace,
  { by, invitationId }: { readonly by: string; readonly invitationId: string },
  asked: Asker,
): AnyNewEvent[] {
  roleOfManager(workspace, by);
  if (!workspace.invitations.has(invitationId)) throw new Refusal('no-invitation');
  return [
    workspaceEvent('workspace.InvitationRevoked.v1', { workspaceId: workspace.id, invitationId }, asked),
  ];
}

/** What has expired is taken out once and for all; nothing where it was accepted, taken back or taken out before. */
export function decideForgetting(workspace: Workspace, invitationId: string, asked: Asker): AnyNewEvent[] {
  const invitation = workspace.invitations.get(invitationId);
  if (!invitation || invitation.expiresAt > asked.at) return [];
  return [
    workspaceEvent('workspace.InvitationRevoked.v1', { workspaceId: workspace.id, invitationId }, asked),
  ];
}

/**
 * Whoever is a member already keeps the role that they have: an old invitation must not make an owner a viewer. Nothing new where it was
 * this invitation that made them one.
 * @param emailHash of the account that accepts
 */
export function decideAcceptance(
  workspace: Workspace,
  {
    accountId,
    invitationId,
    emailHash,
  }: { readonly accountId: string; readonly invitationId: string; readonly emailHash: string },
  plan: Plan,
  asked: Asker,
): AnyNewEvent[] {
  if (workspace.accepted.get(invitationId) === accountId) return [];
  const invitation = workspace.invitations.get(invitationId);
  if (!invitation) throw new Refusal('no-invitation');
  if (invitation.emailHash !== emailHash) throw new Refusal('sent-to-another');
  if (invitation.expiresAt <= asked.at) throw new Refusal('expired');
  const { id: workspaceId } = workspace;
  if (workspace.members.has(accountId))
    return [workspaceEvent('workspace.InvitationRevoked.v1', { workspaceId, invitationId }, asked)];
  // The plan may have become smaller since they were invited.
  requireRoom(workspace.members.size, plan);
  const { role } = invitation;
  return [workspaceEvent('workspace.MemberJoined.v1', { workspaceId, invitationId, accountId, role }, asked)];
}

/** An event of a workspace; its id follows from the request, so a repeated append is the same event. */
export function workspaceEvent<Type extends Extract<EventType, `workspace.${string}`>>(
  type: Type,
  data: DataOf<Type>,
  asked: Asker,
  /** Tells events of the same kind and request apart. */
  which = '',
): AnyNewEvent {
  const id = uuidV5(`${asked.ownId ?? asked.requestId}|${type}|${data.workspaceId}|${which}`, NAMESPACE);
  const metadata = metadataOfAsked({ ...asked, workspace: data.workspaceId }, PRODUCER);
  return { id, type, data, metadata } as AnyNewEvent;
}
