import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { IdParam } from '../../platform/http/paging.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { Access, AskedBy, CalledBy } from '../../platform/security/access.js';
import { MEMBERS, type Caller, type Members } from '../../platform/security/caller.js';
import { accountEvent } from './account.decider.js';
import { Accounts } from './accounts.js';
import {
  ChangePasswordBody,
  deviceListSchema,
  doneSchema,
  meSchema,
  NameBody,
  type DeviceList,
  type Me,
} from './auth.dto.js';
import { ChangePassword } from './profile/passwords.commands.js';
import { EndSessions } from './sessions/end-sessions.command.js';
import { SessionStore } from './sessions/session-store.js';

const DONE = { status: 'done' } as const;

@ApiTags('Me')
@Access('person')
@Controller('me')
export class MeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: Accounts,
    private readonly sessions: SessionStore,
    private readonly sealing: Sealing,
    @Inject(MEMBERS) private readonly members: Members,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getMe', summary: 'Who is signed in' })
  @Answers(200, 'You.', meSchema)
  @MayFail()
  async me(@CalledBy() { accountId, workspaceId }: Caller): Promise<Me> {
    const account = await this.accounts.byId(accountId);
    if (!account) throw new Problem('sign-in-needed', 'This account is closed.');
    const role = await this.members.roleOf(accountId, workspaceId);
    return {
      id: accountId,
      email: this.sealing.openOrErased(account.email),
      name: this.sealing.openOrErased(account.name),
      locale: account.locale,
      isVerified: account.isVerified,
      isOperator: account.isOperator,
      hasSecondFactor: account.secondFactor !== undefined,
      hasPassword: account.passwordHash !== null,
      providers: account.identities.map(({ provider }) => provider),
      consents: account.consents,
      keepsSearches: account.keepsSearches,
      workspace: { id: workspaceId, role: role ?? null },
    };
  }

  @Patch()
  @ApiOperation({ operationId: 'rename', summary: 'Be called something else' })
  @Answers(200, 'Done.', doneSchema)
  @MayFail('malformed-request')
  async rename(
    @Body() { name }: NameBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<typeof DONE> {
    const renamed = accountEvent(
      'account.NameChanged.v1',
      { accountId, name: this.sealing.seal(accountId, name) },
      asked,
    );
    await this.accounts.decide(accountId, (state) => (state && !state.isClosed ? [renamed] : []));
    return DONE;
  }

  @Post('password')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Choose another password; other devices are signed out',
  })
  @Answers(200, 'Changed.', doneSchema)
  @MayFail('malformed-request', 'conflict')
  async changePassword(
    @Body() body: ChangePasswordBody,
    @CalledBy() caller: Caller,
    @AskedBy() asked: Asked,
  ): Promise<typeof DONE> {
    const { accountId, credentialId } = caller;
    await this.commands.execute(
      new ChangePassword(accountId, credentialId, body.currentPassword, body.password, asked),
    );
    return DONE;
  }

  @Post('email-proof')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'requestEmailProof',
    summary: 'Have the link that proves the address sent again',
  })
  @Answers(202, 'A mail is on its way, unless the address is proved already.', doneSchema)
  @MayFail()
  async requestEmailProof(@CalledBy() { accountId }: Caller, @AskedBy() asked: Asked): Promise<typeof DONE> {
    const requested = accountEvent('account.EmailProofRequested.v1', { accountId }, asked);
    await this.accounts.decide(accountId, (state) =>
      !state || state.isClosed || state.isVerified ? [] : [requested],
    );
    return DONE;
  }

  @Get('sessions')
  @ApiOperation({ operationId: 'listSessions', summary: 'Devices that are signed in' })
  @Answers(200, 'The last used first.', deviceListSchema)
  @MayFail()
  async listSessions(@CalledBy() { accountId, credentialId }: Caller): Promise<DeviceList> {
    const devices = await this.sessions.devices(accountId);
    return {
      items: devices.map(({ sessionId, device, startedAt, usedAt }) => {
        const opened = this.sealing.open(device);
        const { address = '', userAgent = '' } =
          opened === undefined ? {} : (JSON.parse(opened) as { address?: string; userAgent?: string });
        return { id: sessionId, address, userAgent, startedAt, usedAt, isThis: sessionId === credentialId };
      }),
    };
  }

  @Delete('sessions/:id')
  @ApiOperation({ operationId: 'endSession', summary: 'Sign a device out' })
  @Answers(200, 'Signed out.', doneSchema)
  @MayFail('not-found')
  async endSession(
    @Param() { id }: IdParam,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<typeof DONE> {
    const ended = await this.commands.execute(
      new EndSessions(accountId, { only: id }, 'ended-by-owner', asked),
    );
    if (ended === 0) throw new Problem('not-found', 'No such device is signed in.');
    return DONE;
  }
}
