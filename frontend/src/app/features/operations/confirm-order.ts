import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { OperationsWordsStore } from './operations-words.store.js';

/** What is asked before an order is given. */
export interface OrderQuestion {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

/** Closes with true where the order stands. */
@Component({
  selector: 'dk-confirm-order',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `<h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>
      <p>{{ question.text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ sentences.t().leave }}</button>
      <button matButton="filled" type="button" [mat-dialog-close]="true" data-testid="confirm">
        {{ question.yes }}
      </button>
    </mat-dialog-actions>`,
  styles: `
    h2[mat-dialog-title] {
      padding: 20px 20px 8px;
      font: 600 15px/1.4 var(--font);
      letter-spacing: 0;
      overflow-wrap: anywhere;
    }
    h2[mat-dialog-title]::before {
      content: none;
    }
    mat-dialog-content.mat-mdc-dialog-content {
      padding: 0 20px 12px;
      color: var(--text-2);
      font: 400 var(--size-body) / 1.45 var(--font);
      letter-spacing: 0;
    }
    mat-dialog-actions {
      flex-wrap: wrap;
      gap: 8px;
      padding: 8px 20px 20px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmOrder {
  protected readonly question = inject<OrderQuestion>(MAT_DIALOG_DATA);
  protected readonly sentences = inject(OperationsWordsStore);
}
