import { defineEvent } from '../define-event.js';
import { workspaceCreatedV1 } from './created/v1.js';
import { workspaceRenamedV1 } from './renamed/v1.js';
import { memberInvitedV1 } from './member-invited/v1.js';
import { invitationRevokedV1 } from './invitation-revoked/v1.js';
import { memberJoinedV1 } from './member-joined/v1.js';
import { memberRoleChangedV1 } from './member-role-changed/v1.js';
import { memberRemovedV1 } from './member-removed/v1.js';
import { apiKeyIssuedV1 } from './api-key-issued/v1.js';
import { apiKeyRevokedV1 } from './api-key-revoked/v1.js';

/** Events of workspaces: who belongs to them, and which programs act for them. */
export const workspaceEvents = {
  'workspace.Created.v1': defineEvent({
    name: 'workspace.Created',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'A workspace, which owns what its members track, import and keep.',
    versions: [workspaceCreatedV1],
    upcasts: [],
  }),
  'workspace.Renamed.v1': defineEvent({
    name: 'workspace.Renamed',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'A workspace is called something else.',
    versions: [workspaceRenamedV1],
    upcasts: [],
  }),
  'workspace.MemberInvited.v1': defineEvent({
    name: 'workspace.MemberInvited',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'An address was sent a link that makes its owner a member.',
    versions: [memberInvitedV1],
    upcasts: [],
  }),
  'workspace.InvitationRevoked.v1': defineEvent({
    name: 'workspace.InvitationRevoked',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'A link that was sent makes nobody a member any more.',
    versions: [invitationRevokedV1],
    upcasts: [],
  }),
  'workspace.MemberJoined.v1': defineEvent({
    name: 'workspace.MemberJoined',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'Somebody accepted an invitation.',
    versions: [memberJoinedV1],
    upcasts: [],
  }),
  'workspace.MemberRoleChanged.v1': defineEvent({
    name: 'workspace.MemberRoleChanged',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'A member may do more, or less.',
    versions: [memberRoleChangedV1],
    upcasts: [],
  }),
  'workspace.MemberRemoved.v1': defineEvent({
    name: 'workspace.MemberRemoved',
    category: 'workspace',
    writer: 'backend/src/features/workspaces',
    about: 'Somebody is no member any more.',
    versions: [memberRemovedV1],
    upcasts: [],
  }),
  'workspace.ApiKeyIssued.v1': defineEvent({
    name: 'workspace.ApiKeyIssued',
    category: 'apiKey',
    writer: 'backend/src/features/api-keys',
    about: 'A program may act for a workspace.',
    versions: [apiKeyIssuedV1],
    upcasts: [],
  }),
  'workspace.ApiKeyRevoked.v1': defineEvent({
    name: 'workspace.ApiKeyRevoked',
    category: 'apiKey',
    writer: 'backend/src/features/api-keys',
    about: 'A key opens nothing any more.',
    versions: [apiKeyRevokedV1],
    upcasts: [],
  }),
} as const;
