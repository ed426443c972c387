import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { describeFailure } from '../core/errors/describe-failure.js';
import type { Failure } from '../core/errors/problem.js';
import { LanguageStore } from '../core/i18n/language.store.js';
import { Icon } from './icon.js';

/** What could not be loaded, why, and the button to try again; stands where the content would. */
@Component({
  selector: 'dk-failure-panel',
  imports: [Icon, MatButton, RouterLink],
  template: `<div class="panel" role="alert" [class.quota]="failure().kind === 'quota'">
    <dk-icon name="warning" />
    <div>
      <h2>{{ heading() }}</h2>
      <p>{{ text() }}</p>
    </div>
    @if (failure().kind === 'quota') {
      <a matButton="filled" routerLink="/pricing" data-testid="see-plans">{{
        language.t().errors.seePlans
      }}</a>
    }
    <button matButton="outlined" type="button" (click)="retry.emit()">
      {{ language.t().errors.tryAgain }}
    </button>
  </div>`,
  styles: `
    .panel {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px 16px;
      padding: 16px;
    }
    dk-icon {
      color: var(--red);
    }
    .quota dk-icon {
      color: var(--amber);
    }
    div > div {
      flex: 1 1 220px;
    }
    p {
      color: var(--text-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailurePanel {
  readonly heading = input.required<string>();
  readonly failure = input.required<Failure>();
  readonly retry = output();
  protected readonly language = inject(LanguageStore);
  protected readonly text = computed(() => describeFailure(this.failure(), this.language.t().errors));
}
