import { z } from 'zod';
import { Field } from '../../../platform/http/field.js';
import { codeSchema } from '../second-factor/second-factor.dto.js';

const providerSchema = z.enum(['google', 'github']);
const RETURN_TO = {
  description:
    'Path of the dashboard to come back to, such as `/keywords`; anything but a local path counts as `/`.',
  required: false,
} as const;

export class ProviderParam {
  @Field(providerSchema, { description: 'Who vouches.' })
  provider!: 'google' | 'github';
}

export class ReturnQuery {
  @Field(z.string(), RETURN_TO)
  returnTo?: string;
}

export class LinkIdentityBody {
  @Field(z.string(), RETURN_TO)
  returnTo?: string;
}

export class FinishBody {
  @Field(z.string().min(1).max(1_000), { description: 'What `/sign-in?second-factor=…` was opened with.' })
  ticket!: string;

  @Field(codeSchema, { description: 'Code of the authenticator, or a recovery code.' })
  totp!: string;
}

export const providerListSchema = z
  .object({ providers: z.array(providerSchema).describe('Those that one can sign in through here.') })
  .meta({ id: 'ProviderList' });
export type ProviderList = z.infer<typeof providerListSchema>;

export const goToSchema = z
  .object({ url: z.string().describe('Where the browser is to go, within ten minutes.') })
  .meta({ id: 'GoTo' });
export type GoTo = z.infer<typeof goToSchema>;
