import { Module } from '@nestjs/common';
import { FiguresLedger } from './figures-ledger.js';
import { IntakeTurns } from './intake-turns.js';
import { KnownFiguresHandler } from './known-figures.query.js';
import { ObservationsController } from './observations.controller.js';
import { PostedFigureHandler } from './posted-figure.query.js';
import { PostObservationsHandler } from './post-observations.command.js';
import { RetractObservationHandler } from './retract-observation.command.js';

@Module({
  controllers: [ObservationsController],
  providers: [
    FiguresLedger,
    IntakeTurns,
    PostObservationsHandler,
    RetractObservationHandler,
    KnownFiguresHandler,
    PostedFigureHandler,
  ],
})
export class ObservationIntakeModule {}
