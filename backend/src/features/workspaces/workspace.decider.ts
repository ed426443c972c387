import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asker } from '../../../contracts/events/asked.js';
import type { DataOf, EventType } from '../../../contracts/events/catalogue.js';
import type { Role } from '../../../contracts/values/role.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../event-log/event-log.js';

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
    };
  if (!state) return state;
  switch (type) {
    case 'workspace.Renamed.v1':
      return { ...state, name: data.name };
    case 'workspace.MemberInvited.v1': {
      const { invitationId, email, emailHash, role, expiresAt } = data;
      return { ...state, invitations: new Map(state.invitations).set(invitationId, { email, emailHash, role, expiresAt }) };
    }
    case 'workspace.InvitationRevoked.v1':
      return { ...state, invitations: without(state.invitations, data.invitationId) };
    case 'workspace.MemberJoined.v1':
      return {
        ...state,
        members: new Map(state.members).set(data.accountId, data.role),
        invitations: without(state.invitations, data.invitationId),
      };
    case 'workspace.MemberRoleChanged.v1':
      return { ...state, members: new Map(state.members).set(data.accountId, data.role) };
    case 'workspace.MemberRemoved.v1':
      return { ...state, members: without(state.members, data.accountId) };
    default:
      return state;
  }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Somebody must be able to pay, to invite and to close it. */
export const isLastOwner = ({ members }: Workspace, accountId: string): boolean =>
  members.get(accountId) === 'owner' && [...members.values()].filter((role) => role === 'owner').length === 1;

/** An event of a workspace; its id follows from the request, so a repeated append is the same event. */
export function workspaceEvent<Type extends Extract<EventType, `workspace.${string}`>>(
  type: Type,
  data: DataOf<Type>,
  asked: Asker,
  /** Tells events of the same kind and request apart. */
  which = '',
): AnyNewEvent {
  const id = uuidV5(`${asked.requestId}|${type}|${data.workspaceId}|${which}`, NAMESPACE);
  const metadata = metadataOfAsked({ ...asked, workspace: data.workspaceId }, PRODUCER);
  return { id, type, data, metadata } as AnyNewEvent;
}
