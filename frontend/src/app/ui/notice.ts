import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon.js';

/** A sentence or two that stand out: what went wrong, what is worth knowing, what is done. */
@Component({
  selector: 'dk-notice',
  imports: [Icon],
  template: `<dk-icon [name]="kind() === 'done' ? 'check' : 'warning'" />
    <div><ng-content /></div>`,
  styles: `
    :host {
      display: flex;
      gap: 10px;
      padding: 10px 12px;
      border-radius: 6px;
      background: var(--amber-soft);
      color: var(--amber);
      overflow-wrap: anywhere;
    }
    :host(.wrong) {
      background: var(--red-soft);
      color: var(--red);
    }
    :host(.done) {
      background: var(--accent-soft);
      color: var(--accent-strong);
    }
    div {
      flex: 1;
      min-width: 0;
    }
    dk-icon {
      margin-top: 1px;
    }
  `,
  host: { '[class]': 'kind()', '[attr.role]': "kind() === 'wrong' ? 'alert' : 'status'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {
  readonly kind = input<'wrong' | 'heed' | 'done'>('heed');
}
