import { z } from 'zod';
import { nameSchema } from '../../../contracts/values/person-name.js';
import { positionSchema } from '../../../contracts/values/position.js';
import { roleSchema, type Role } from '../../../contracts/values/role.js';
import { Field } from '../../platform/http/field.js';

const LONGEST_DAYS = 3_650;
const WANTED = `must be a whole number of days from 1 to ${LONGEST_DAYS}`;

export class IssueApiKeyBody {
  @Field(nameSchema, {
    description: 'What it is for; one line.',
    example: 'Nightly export',
    documented: { minLength: 1, maxLength: 100 },
  })
  name!: string;

  @Field(roleSchema, {
    description: 'It may do what this role may, except make keys or members; not above your own.',
    example: 'analyst',
  })
  scope!: Role;

  @Field(z.int(WANTED).min(1, WANTED).max(LONGEST_DAYS, WANTED), {
    description: 'After so many days it opens nothing; left out, it never ends by itself.',
    example: 90,
    required: false,
  })
  expiresInDays?: number;
}

const position = positionSchema.describe('Reads with this minPosition see the write.');

const said = {
  id: z.uuid(),
  name: z.string(),
  scope: roleSchema,
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable().describe('null: never.'),
};

export const issuedApiKeySchema = z
  .object({
    ...said,
    key: z
      .string()
      .describe('For “Authorization: Bearer …”. It is shown this once: we keep no more than a digest.'),
    position,
  })
  .meta({ id: 'IssuedApiKey' });
export type IssuedApiKey = z.infer<typeof issuedApiKeySchema>;

export const apiKeyPageSchema = z
  .object({
    items: z.array(
      z.object({
        ...said,
        issuedBy: z.uuid().describe('Id of the member whose key it is: it may never do more than they.'),
        lastUsedAt: z.iso.datetime().nullable().describe('May lag by ten seconds; null: never.'),
      }),
    ),
    nextCursor: z.string().nullable(),
    stale: z.literal(true).optional().describe('The write asked for by minPosition is not in here yet.'),
  })
  .meta({ id: 'ApiKeyPage' });
export type ApiKeyPage = z.infer<typeof apiKeyPageSchema>;

export const revokedApiKeySchema = z.object({ position }).meta({ id: 'RevokedApiKey' });
export type RevokedApiKey = z.infer<typeof revokedApiKeySchema>;
