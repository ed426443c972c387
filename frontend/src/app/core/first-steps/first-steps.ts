import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../ui/icon.js';
import { LanguageStore } from '../i18n/language.store.js';
import { FIRST_STEPS, FirstStepsStore } from './first-steps.store.js';

/** Look up a keyword → read its page → track it. Goes away when done or hidden. */
@Component({
  selector: 'dk-first-steps',
  imports: [Icon],
  template: `@if (store.visible()) {
    <section class="strip" [attr.aria-label]="language.t().firstSteps.label" data-testid="first-steps">
      <ol>
        @for (step of steps; track step; let i = $index) {
          <li
            [class.done]="store.isDone(step)"
            [attr.aria-current]="store.current() === step ? 'step' : null"
          >
            <span class="number" aria-hidden="true">
              @if (store.isDone(step)) {
                <dk-icon name="check" />
              } @else {
                {{ i + 1 }}
              }
            </span>
            {{ language.t().firstSteps[step] }}
            @if (store.isDone(step)) {
              <span class="visually-hidden">({{ language.t().firstSteps.done }})</span>
            }
          </li>
        }
      </ol>
      <button type="button" [attr.aria-label]="language.t().firstSteps.dismiss" (click)="store.hide()">
        <dk-icon name="close" />
      </button>
    </section>
  }`,
  styleUrl: './first-steps.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstSteps {
  protected readonly store = inject(FirstStepsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly steps = FIRST_STEPS;
}
