import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One sentence on what is not here; one button and one example may stand inside. */
@Component({
  selector: 'dk-empty-state',
  template: `<h2>{{ heading() }}</h2>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <div class="actions"><ng-content /></div>`,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 8px;
      padding: 48px 16px;
      text-align: center;
    }
    p {
      max-width: 46ch;
      color: var(--text-2);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 8px;
      margin-top: 8px;
    }
    .actions:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input('');
}
