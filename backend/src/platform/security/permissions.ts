import { isAtLeast, type Role } from '../../../contracts/values/role.js';

/** The least role in a workspace that each thing asks for. The one list: guards, the API document and the docs come from it. */
export const WORKSPACE_PERMISSIONS = {
  'keywords:read': 'viewer',
  'tracking:read': 'viewer',
  'tracking:write': 'analyst',
  'crawls:read': 'viewer',
  'crawls:write': 'analyst',
  'observations:write': 'analyst',
  'live:read': 'viewer',
  'members:read': 'viewer',
  'members:write': 'admin',
  'workspace:write': 'admin',
  'api-keys:read': 'admin',
  'api-keys:write': 'admin',
  'audit:read': 'admin',
  'billing:read': 'viewer',
  'billing:write': 'owner',
} as const satisfies Record<string, Role>;
export type WorkspacePermission = keyof typeof WORKSPACE_PERMISSIONS;

/** What those may do who run the platform, whatever their role in a workspace. */
export const OPERATOR_PERMISSIONS = ['operations:read', 'operations:write'] as const;
export type OperatorPermission = (typeof OPERATOR_PERMISSIONS)[number];

/**
 * public: anybody, without a token. person: whoever is signed in, about themselves; a program with an API key is nobody here.
 */
export type Permission = 'public' | 'person' | WorkspacePermission | OperatorPermission;

/** Things that only a person may do, not a program: a key that leaks must not be able to make more keys or members. */
const PERSONS_ALONE: readonly Permission[] = [
  'members:write',
  'api-keys:write',
  'workspace:write',
  'billing:write',
];

export interface Powers {
  readonly kind: 'person' | 'program';
  /** Undefined where they are no member of the workspace. */
  readonly role: Role | undefined;
  readonly isOperator: boolean;
}

export function mayDo({ kind, role, isOperator }: Powers, permission: Permission): boolean {
  if (permission === 'public') return true;
  if (kind === 'program' && PERSONS_ALONE.includes(permission)) return false;
  if (permission === 'person') return kind === 'person';
  if (isOperatorPermission(permission)) return kind === 'person' && isOperator;
  return role !== undefined && isAtLeast(role, WORKSPACE_PERMISSIONS[permission]);
}

export const isOperatorPermission = (permission: Permission): permission is OperatorPermission =>
  (OPERATOR_PERMISSIONS as readonly string[]).includes(permission);
