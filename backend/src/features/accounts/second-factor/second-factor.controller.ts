import { Body, Controller, Delete, Header, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import QRCode from 'qrcode';
import type { Asked } from '../../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import { Problem } from '../../../platform/http/problem.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { Access, AskedBy, CalledBy } from '../../../platform/security/access.js';
import type { Caller } from '../../../platform/security/caller.js';
import { Accounts } from '../accounts.js';
import { doneSchema } from '../auth.dto.js';
import { newTotpSecret, totpUri } from '../signing-in/totp.js';
import { PendingSecrets } from './pending-secrets.js';
import {
  DisableSecondFactor,
  EnableSecondFactor,
  isOnAlready,
  RenewRecoveryCodes,
} from './second-factor.commands.js';
import {
  AuthenticatorCodeBody,
  CodeBody,
  newSecretSchema,
  PasswordOrCodeBody,
  recoveryCodesSchema,
  type NewSecret,
  type RecoveryCodes,
} from './second-factor.dto.js';

@ApiTags('Me')
@Access('person')
@Controller('me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: Accounts,
    private readonly pending: PendingSecrets,
    private readonly sealing: Sealing,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'beginSecondFactor',
    summary: 'Get a secret for an authenticator; confirm it within ten minutes',
  })
  @Answers(200, 'Nothing is asked for until the secret is confirmed.', newSecretSchema)
  @MayFail('not-possible-now')
  async begin(@CalledBy() { accountId }: Caller): Promise<NewSecret> {
    const account = await this.accounts.byId(accountId);
    if (!account) throw new Problem('sign-in-needed', 'This account is closed.');
    if (account.secondFactor) throw isOnAlready();
    const secret = newTotpSecret();
    const uri = totpUri(secret, this.sealing.openOrErased(account.email));
    await this.pending.keep(accountId, secret);
    const svg = await QRCode.toString(uri, { type: 'svg' });
    return { secret, uri, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
  }

  @Post('confirm')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'confirmSecondFactor',
    summary: 'Have a code asked for at each sign-in from now on',
  })
  @Answers(200, 'On; keep the recovery codes where the authenticator is not.', recoveryCodesSchema)
  @MayFail('malformed-request', 'not-possible-now', 'too-many-requests')
  async confirm(
    @Body() { code }: AuthenticatorCodeBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<RecoveryCodes> {
    const recoveryCodes = await this.commands.execute(new EnableSecondFactor(accountId, code, asked));
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'renewRecoveryCodes',
    summary: 'Get ten new recovery codes; the old ones are good no more',
  })
  @Answers(200, 'Renewed.', recoveryCodesSchema)
  @MayFail('malformed-request', 'second-factor-needed', 'not-possible-now', 'too-many-requests')
  async renew(
    @Body() { code }: CodeBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<RecoveryCodes> {
    const recoveryCodes = await this.commands.execute(new RenewRecoveryCodes(accountId, code, asked));
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Delete()
  @ApiOperation({
    operationId: 'endSecondFactor',
    summary: 'Be asked for no code any more; needs a code or the password',
  })
  @Answers(200, 'Off.', doneSchema)
  @MayFail('malformed-request', 'second-factor-needed', 'not-possible-now', 'too-many-requests')
  async end(
    @Body() { code, password }: PasswordOrCodeBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<{ status: 'done' }> {
    await this.commands.execute(new DisableSecondFactor(accountId, { code, password }, asked));
    return { status: 'done' };
  }
}
