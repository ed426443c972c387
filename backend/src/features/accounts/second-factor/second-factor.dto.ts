import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../../../contracts/values/password.js';
import { Field } from '../../../platform/http/field.js';

export const codeSchema = z.string().min(1).max(40);
const CODE = { description: 'What the authenticator shows now, or a recovery code.', example: '287082' };

export class AuthenticatorCodeBody {
  @Field(codeSchema, { description: 'What the authenticator shows now.', example: '287082' })
  code!: string;
}

export class CodeBody {
  @Field(codeSchema, CODE)
  code!: string;
}

export class PasswordOrCodeBody {
  @Field(codeSchema, { ...CODE, required: false })
  code?: string;

  @Field(
    z
      .string()
      .max(LONGEST_PASSWORD, `must be at most ${LONGEST_PASSWORD} characters long`)
      .transform((text) => text.normalize('NFKC')),
    {
      description: 'The password, where no code is at hand.',
      required: false,
      documented: { maxLength: LONGEST_PASSWORD },
    },
  )
  password?: string;
}

export const newSecretSchema = z
  .object({
    secret: z.string().describe('For typing it into an authenticator, in base32.'),
    uri: z.string().describe('The same for programs: `otpauth://totp/…`.'),
    qr: z.string().describe('The same for cameras: an image as a `data:` address.'),
  })
  .meta({ id: 'NewSecondFactor' });
export type NewSecret = z.infer<typeof newSecretSchema>;

export const recoveryCodesSchema = z
  .object({
    recoveryCodes: z
      .array(z.string())
      .describe('Ten, each good once in place of a code. They are shown this once.'),
  })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
