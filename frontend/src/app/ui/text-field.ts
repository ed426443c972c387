import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { LanguageStore } from '../core/i18n/language.store.js';

let count = 0;

/** A labelled line to type in, with what is wrong with it below. A password can be shown. */
@Component({
  selector: 'dk-text-field',
  template: `<label [for]="id">{{ label() }}</label>
    <div class="line">
      <input
        #box
        [id]="id"
        [type]="type() === 'password' && shown() ? 'text' : type()"
        [name]="name()"
        [value]="value()"
        [attr.autocomplete]="autocomplete()"
        [attr.inputmode]="inputmode() || null"
        [attr.maxlength]="maxlength()"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="error() || hint() ? id + '-note' : null"
        spellcheck="false"
        (input)="value.set(box.value)"
      />
      @if (type() === 'password') {
        <button type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
          {{ shown() ? language.t().account.hide : language.t().account.show }}
        </button>
      }
    </div>
    @if (error() || hint()) {
      <p [id]="id + '-note'" [class.wrong]="error()">{{ error() || hint() }}</p>
    }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
    }
    label {
      color: var(--text-2);
      font-size: var(--size-table);
      font-weight: 500;
    }
    .line {
      display: flex;
      position: relative;
    }
    input {
      flex: 1;
      min-width: 0;
      height: 40px;
      padding: 0 12px;
      background: var(--surface);
      border: 1px solid var(--line-strong);
      border-radius: 6px;
    }
    input[aria-invalid] {
      border-color: var(--red);
    }
    .line:has(button) input {
      padding-right: 84px;
    }
    button {
      position: absolute;
      inset: 4px 4px 4px auto;
      padding: 0 10px;
      background: none;
      border: 0;
      border-radius: 4px;
      color: var(--accent);
      font-size: var(--size-small);
      cursor: pointer;
    }
    button:hover {
      background: var(--hover);
    }
    p {
      color: var(--text-3);
      font-size: var(--size-small);
      overflow-wrap: anywhere;
    }
    p.wrong {
      color: var(--red);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly type = input<'text' | 'email' | 'password'>('text');
  readonly autocomplete = input('off');
  readonly inputmode = input('');
  readonly maxlength = input<number | null>(null);
  readonly hint = input('');
  readonly error = input<string | null | undefined>('');
  readonly value = model('');
  protected readonly language = inject(LanguageStore);
  protected readonly shown = signal(false);
  protected readonly id = `field-${(count += 1)}`;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(): void {
    this.box().nativeElement.focus();
  }
}
