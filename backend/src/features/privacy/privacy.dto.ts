import { z } from 'zod';
import { consentGivenV1 } from '../../../contracts/events/account/consent-given/v1.js';
import { LONGEST_PASSWORD } from '../../../contracts/values/password.js';
import { Field } from '../../platform/http/field.js';
import type { Purpose } from './consents/change-consent.command.js';

export class EraseBody {
  @Field(
    z
      .string()
      .max(LONGEST_PASSWORD, `must be at most ${LONGEST_PASSWORD} characters long`)
      .transform((text) => text.normalize('NFKC')),
    {
      description: 'The password, where the account has one.',
      required: false,
      documented: { maxLength: LONGEST_PASSWORD },
    },
  )
  password?: string;
}

export class ConsentBody {
  @Field(consentGivenV1.shape.purpose, { description: 'What is agreed to, or no longer.', example: 'news' })
  purpose!: Purpose;

  @Field(z.boolean(), { description: 'Whether you agree.', example: true })
  agreed!: boolean;
}

export const erasedSchema = z
  .object({
    status: z
      .enum(['erased', 'closed'])
      .describe('closed: the account is closed and signed out, and the rest of the erasure is under way.'),
  })
  .meta({ id: 'Erased' });

export const consentsSchema = z
  .object({
    consents: z
      .record(z.string(), z.string())
      .describe('What you agree to now: each purpose with the version of the text that was agreed to.'),
  })
  .meta({ id: 'Consents' });
export type Consents = z.infer<typeof consentsSchema>;

const anySchema = z.record(z.string(), z.unknown());

export const exportSchema = z
  .object({
    exportedAt: z.iso.datetime(),
    account: z.object({
      id: z.uuid(),
      email: z.string(),
      name: z.string(),
      locale: z.string(),
      registeredAt: z.iso.datetime(),
    }),
    consents: z.record(z.string(), z.string()),
    memberships: z.array(z.object({ workspaceId: z.string(), role: z.string() })),
    sessions: z.array(anySchema).describe('Devices that are or were signed in, as long as that is kept.'),
    events: z
      .array(anySchema)
      .describe('Everything in the log by you, by your API keys or about you, with personal texts readable.'),
  })
  .meta({ id: 'PersonalExport' });
