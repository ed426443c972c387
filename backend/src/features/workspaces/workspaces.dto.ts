import { z } from 'zod';
import { emailSchema } from '../../../contracts/values/email.js';
import { nameSchema } from '../../../contracts/values/person-name.js';
import { positionSchema } from '../../../contracts/values/position.js';
import { roleSchema, type Role } from '../../../contracts/values/role.js';
import { Field } from '../../platform/http/field.js';

const NAME = {
  description: 'What the workspace is called; one line.',
  example: 'Printables by Anna',
  documented: { minLength: 1, maxLength: 100 },
};

export class WorkspaceNameBody {
  @Field(nameSchema, NAME)
  name!: string;
}

export class RoleBody {
  @Field(roleSchema, { description: 'The new role; not above your own.', example: 'analyst' })
  role!: Role;
}

export class InviteBody {
  @Field(emailSchema, {
    description: 'Who is invited: the account with this address alone can accept.',
    example: 'ben@example.com',
    documented: { format: 'email' },
  })
  email!: string;

  @Field(roleSchema, { description: 'What they will be; not above your own role.', example: 'analyst' })
  role!: Role;
}

export class AcceptInvitationBody {
  @Field(z.string().min(1).max(200), { description: 'The token of the link in the mail.' })
  token!: string;
}

const position = positionSchema.describe('Reads with this minPosition see the write.');

/** A page of a list. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    stale: z.literal(true).optional().describe('The write asked for by minPosition is not in here yet.'),
  });

export const workspacePageSchema = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    role: roleSchema.describe('What you are there.'),
    joinedAt: z.iso.datetime(),
    isCurrent: z
      .boolean()
      .describe('The one that the token is for; POST /auth/refresh gives one for another.'),
  }),
).meta({ id: 'WorkspacePage' });
export type WorkspacePage = z.infer<typeof workspacePageSchema>;

export const memberPageSchema = pageOf(
  z.object({
    id: z.uuid().describe('Id of the person.'),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    joinedAt: z.iso.datetime(),
    isYou: z.boolean(),
  }),
).meta({ id: 'MemberPage' });
export type MemberPage = z.infer<typeof memberPageSchema>;

export const invitationPageSchema = pageOf(
  z.object({
    id: z.uuid(),
    email: z.string(),
    role: roleSchema,
    invitedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
).meta({ id: 'InvitationPage' });
export type InvitationPage = z.infer<typeof invitationPageSchema>;

export const workspaceMadeSchema = z.object({ id: z.uuid(), position }).meta({ id: 'WorkspaceMade' });
export type WorkspaceMade = z.infer<typeof workspaceMadeSchema>;

export const workspaceChangedSchema = z.object({ position }).meta({ id: 'WorkspaceChanged' });
export type WorkspaceChanged = z.infer<typeof workspaceChangedSchema>;

export const invitedSchema = z
  .object({ id: z.uuid().describe('Id of the invitation.'), expiresAt: z.iso.datetime(), position })
  .meta({ id: 'Invited' });
export type Invited = z.infer<typeof invitedSchema>;

export const joinedSchema = z
  .object({
    workspaceId: z.uuid().describe('POST /auth/refresh with it gives a token for it.'),
    role: roleSchema.describe('What you are there now; a member keeps the role that they have.'),
    position,
  })
  .meta({ id: 'Joined' });
export type Joined = z.infer<typeof joinedSchema>;
