import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Orders } from '../core/orders/orders.js';
import { FirstWrong } from './first-wrong.js';
import { Notice } from './notice.js';

/** Fields of one column and the button that sends them; why they were refused stands above. */
@Component({
  selector: 'dk-order-form',
  imports: [FirstWrong, MatButton, Notice],
  template: `@if (orders().refused(); as text) {
      <dk-notice kind="wrong" data-testid="refused">{{ text }} <ng-content select="[remedy]" /></dk-notice>
    }
    <form novalidate dkFirstWrong (submit)="submit($event)">
      <ng-content />
      <div class="actions">
        <!-- Not really disabled while it is sent: it would lose the keyboard's focus. -->
        <button matButton="filled" type="submit" disabledInteractive [disabled]="orders().busy()">
          {{ button() }}
        </button>
        <ng-content select="[beside]" />
      </div>
    </form>`,
  styles: `
    :host,
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    form {
      max-width: 408px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }
    :host(.wide) button[type='submit'] {
      width: 100%;
      height: 40px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrderForm {
  readonly orders = input.required<Orders>();
  readonly button = input.required<string>();
  /** Never while an order is under way. */
  readonly ordered = output();

  protected submit(event: Event): void {
    event.preventDefault();
    if (!this.orders().busy()) this.ordered.emit();
  }
}
