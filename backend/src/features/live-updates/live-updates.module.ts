import { Module } from '@nestjs/common';
import { LiveUpdatesController } from './live-updates.controller.js';

@Module({ controllers: [LiveUpdatesController] })
export class LiveUpdatesModule {}
