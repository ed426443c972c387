import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LanguageStore } from '../core/i18n/language.store.js';

/** A button for what cannot be taken back: asks once more, in its place. */
@Component({
  selector: 'dk-sure-button',
  imports: [MatButton],
  template: `@if (asking()) {
      <span class="both">
        <button
          #yes
          matButton="filled"
          type="button"
          data-testid="sure"
          [attr.aria-label]="label()"
          (click)="go()"
        >
          {{ word() }}
        </button>
        <button matButton type="button" (click)="cancel()">{{ language.t().copying.cancel }}</button>
      </span>
    } @else {
      <button
        #first
        matButton="outlined"
        type="button"
        [attr.aria-label]="label()"
        [disabled]="disabled()"
        (click)="ask()"
      >
        {{ word() }}…
      </button>
    }`,
  styles: `
    .both {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .both button:first-child {
      --mat-button-filled-container-color: var(--red);
      --mat-button-filled-label-text-color: var(--surface);
    }
  `,
  host: { '(keydown.escape)': 'cancel()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SureButton {
  readonly word = input.required<string>();
  /** What it is about, for who does not see the row that it stands in. */
  readonly label = input.required<string>();
  readonly disabled = input(false);
  readonly sure = output();
  protected readonly language = inject(LanguageStore);
  protected readonly asking = signal(false);
  private readonly yes = viewChild<unknown, ElementRef<HTMLElement>>('yes', { read: ElementRef });
  private readonly first = viewChild<unknown, ElementRef<HTMLElement>>('first', { read: ElementRef });

  protected ask(): void {
    this.asking.set(true);
    setTimeout(() => this.yes()?.nativeElement.focus());
  }

  protected cancel(): void {
    if (!this.asking()) return;
    this.asking.set(false);
    setTimeout(() => this.first()?.nativeElement.focus());
  }

  protected go(): void {
    this.asking.set(false);
    this.sure.emit();
  }
}
