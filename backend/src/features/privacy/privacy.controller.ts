import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Post, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { Access, AskedBy, CalledBy } from '../../platform/security/access.js';
import type { Caller } from '../../platform/security/caller.js';
import { ChangeConsent } from './consents/change-consent.command.js';
import { EraseMe, type Erased } from './erasing/erase-me.command.js';
import { ExportOfPerson } from './exporting/export-of-person.js';
import {
  ConsentBody,
  consentsSchema,
  EraseBody,
  erasedSchema,
  exportSchema,
  type Consents,
} from './privacy.dto.js';

/** What European law gives a person: to see, to take along, to agree, to be forgotten. */
@ApiTags('Me')
@Access('person')
@Controller('me')
export class PrivacyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly exports: ExportOfPerson,
  ) {}

  @Delete()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'eraseMe',
    summary: 'Close the account and erase the person, for ever',
    description:
      'Destroys the key that makes personal texts readable, in every copy of the log. What was done stays, as done by an erased person. A workspace without other members goes with it.',
  })
  @Answers(200, 'You are signed out everywhere and nobody can read who you were.', erasedSchema)
  @MayFail(
    'malformed-request',
    'not-possible-now',
    'too-large',
    'too-many-requests',
    'unsupported-media-type',
  )
  async erase(
    @Body() body: EraseBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Erased> {
    const erased = await this.commands.execute(new EraseMe(accountId, body.password, asked));
    // The browser forgets, too: the refresh token and what pages have kept.
    void reply.header('clear-site-data', '"cookies", "storage"');
    return erased;
  }

  @Get('export')
  @ApiOperation({
    operationId: 'exportMe',
    summary: 'Everything that is held about you, as one JSON document',
  })
  @Answers(200, 'A file to keep.', exportSchema)
  @MayFail()
  export(@CalledBy() { accountId }: Caller): StreamableFile {
    return new StreamableFile(Readable.from(this.exports.of(accountId)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="digitallz-keywords-export.json"',
    });
  }

  @Post('consents')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changeConsent', summary: 'Agree to something, or no longer' })
  @Answers(200, 'What you agree to now.', consentsSchema)
  @MayFail('malformed-request', 'not-possible-now', 'too-large', 'unsupported-media-type')
  async consent(
    @Body() { purpose, agreed }: ConsentBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<Consents> {
    return { consents: await this.commands.execute(new ChangeConsent(accountId, purpose, agreed, asked)) };
  }
}
