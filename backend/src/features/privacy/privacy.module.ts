import { Module } from '@nestjs/common';
import { ChangeConsentHandler } from './consents/change-consent.command.js';
import { EraseMeHandler } from './erasing/erase-me.command.js';
import { Erasure } from './erasing/erasure.js';
import { ExportOfPerson } from './exporting/export-of-person.js';
import { TracesOfPerson } from './exporting/traces-of-person.query.js';
import { PrivacyController } from './privacy.controller.js';

/** What is held about a person: seen, taken along, agreed to, erased. */
@Module({
  controllers: [PrivacyController],
  providers: [EraseMeHandler, Erasure, ChangeConsentHandler, ExportOfPerson, TracesOfPerson],
})
export class PrivacyModule {}
