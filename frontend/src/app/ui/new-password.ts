import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { LanguageStore } from '../core/i18n/language.store.js';
import { TextField } from './text-field.js';
import { isPassword } from './typed.js';

/** Where a new password is chosen, with the rule that holds everywhere. */
@Component({
  selector: 'dk-new-password',
  imports: [TextField],
  template: `@let t = language.t().account;
    <dk-text-field
      type="password"
      autocomplete="new-password"
      [name]="name()"
      [label]="label()"
      [hint]="t.passwordHint"
      [error]="tried() && !isPassword(value()) ? t.wrongPassword : null"
      [(value)]="value"
    />`,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPassword {
  readonly name = input('password');
  readonly label = input.required<string>();
  /** It was sent once already: from now on it says what is wrong. */
  readonly tried = input.required<boolean>();
  readonly value = model('');
  protected readonly language = inject(LanguageStore);
  protected readonly isPassword = isPassword;
}
