import { Injectable, Injector, inject } from '@angular/core';
import { ErrorBannerStore } from '../errors/error-banner.store.js';
import type { WhyQuestion } from './why-question.js';

/** Opens "why this number" over whatever page asks; the dialog is loaded at the first question. */
@Injectable({ providedIn: 'root' })
export class Why {
  private readonly injector = inject(Injector);
  private readonly errors = inject(ErrorBannerStore);

  ask(question: WhyQuestion): void {
    Promise.all([import('@angular/material/dialog'), import('./why-number.js')])
      .then(([{ MatDialog }, { WhyNumber }]) => {
        this.injector
          .get(MatDialog)
          .open(WhyNumber, { data: question, width: '520px', maxWidth: '94vw', autoFocus: 'dialog' });
      })
      .catch((error: unknown) => this.errors.show(error));
  }
}
