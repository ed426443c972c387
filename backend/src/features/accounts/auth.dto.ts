import { z } from 'zod';
import { emailSchema } from '../../../contracts/values/email.js';
import { LONGEST_PASSWORD, passwordSchema, SHORTEST_PASSWORD } from '../../../contracts/values/password.js';
import { nameSchema } from '../../../contracts/values/person-name.js';
import { roleSchema } from '../../../contracts/values/role.js';
import { Field } from '../../platform/http/field.js';

const EMAIL = {
  description: 'Address of the account, in ASCII.',
  example: 'anna@example.com',
  documented: { format: 'email' },
};
const NEW_PASSWORD = {
  description: 'Any characters.',
  example: 'a long sentence is a good password',
  documented: { minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD },
};
/** What was typed: a wrong one is wrong, however short it is. */
const typedPasswordSchema = z
  .string()
  .max(LONGEST_PASSWORD, `must be at most ${LONGEST_PASSWORD} characters long`)
  .transform((text) => text.normalize('NFKC'));
const linkTokenSchema = z.string().min(1).max(200);
const localeSchema = z.enum(['en', 'fr']);

export class RegisterBody {
  @Field(emailSchema, EMAIL)
  email!: string;

  @Field(passwordSchema, NEW_PASSWORD)
  password!: string;

  @Field(nameSchema, {
    description: 'What we call you; one line.',
    example: 'Anna',
    documented: { minLength: 1, maxLength: 100 },
  })
  name!: string;

  @Field(localeSchema, { description: 'Language of mails; English if left out.', required: false })
  locale?: 'en' | 'fr';
}

export class LoginBody {
  @Field(emailSchema, EMAIL)
  email!: string;

  @Field(typedPasswordSchema, { description: 'The password.', documented: { maxLength: LONGEST_PASSWORD } })
  password!: string;

  @Field(z.string().min(1).max(40), {
    description: 'Code of the authenticator, or a recovery code, where the account asks for one.',
    required: false,
  })
  totp?: string;
}

export class RefreshBody {
  @Field(z.string().min(1).max(64), { description: 'Another workspace to go on in.', required: false })
  workspaceId?: string;
}

export class LinkBody {
  @Field(linkTokenSchema, { description: 'The token of the link in the mail.' })
  token!: string;
}

export class EmailBody {
  @Field(emailSchema, EMAIL)
  email!: string;
}

export class ResetPasswordBody {
  @Field(linkTokenSchema, { description: 'The token of the link in the mail.' })
  token!: string;

  @Field(passwordSchema, NEW_PASSWORD)
  password!: string;
}

export class ChangePasswordBody {
  @Field(typedPasswordSchema, {
    description: 'The password as it is now; left out where the account has none yet.',
    required: false,
  })
  currentPassword?: string;

  @Field(passwordSchema, NEW_PASSWORD)
  password!: string;
}

export class NameBody {
  @Field(nameSchema, {
    description: 'What we call you; one line.',
    example: 'Anna',
    documented: { minLength: 1, maxLength: 100 },
  })
  name!: string;
}

export const signedInSchema = z
  .object({
    accessToken: z.string().describe('For “Authorization: Bearer …”.'),
    expiresInS: z.int().describe('Until then; the refresh cookie gets the next one.'),
    workspaceId: z.string().describe('The workspace that it is for.'),
  })
  .meta({ id: 'SignedIn' });
export type SignedInAnswer = z.infer<typeof signedInSchema>;

export const registeredSchema = z
  .object({ status: z.literal('check-your-mail') })
  .meta({ id: 'Registered', description: 'The same whether or not the address has an account already.' });

export const doneSchema = z.object({ status: z.literal('done') }).meta({ id: 'Done' });

export const meSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    locale: localeSchema,
    isVerified: z.boolean().describe('The address was confirmed.'),
    isOperator: z.boolean(),
    hasSecondFactor: z.boolean(),
    hasPassword: z.boolean(),
    providers: z.array(z.enum(['google', 'github'])).describe('Where else one can sign in from.'),
    consents: z.record(z.string(), z.string()).describe('What was agreed to, and which text of it.'),
    keepsSearches: z.boolean().describe('Searches are kept, unless one said that they must not be.'),
    workspace: z
      .object({ id: z.string(), role: roleSchema.nullable() })
      .describe('The one that the token is for.'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

export const deviceListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        address: z.string(),
        userAgent: z.string(),
        startedAt: z.iso.datetime(),
        usedAt: z.iso.datetime(),
        isThis: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DeviceList' });
export type DeviceList = z.infer<typeof deviceListSchema>;
