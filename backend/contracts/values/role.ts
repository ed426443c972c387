import { z } from 'zod';

/** What a member may do in a workspace; each role may do all that those before it may. */
export const ROLES = ['viewer', 'analyst', 'admin', 'owner'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);
