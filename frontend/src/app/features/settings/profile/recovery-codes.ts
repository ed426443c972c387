import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CopyButton } from '../../../ui/copy-button.js';
import { FocusOnShow } from '../../../ui/focus-on-show.js';
import { SettingsWordsStore } from '../settings-words.store.js';

/** Shown once, to be copied or printed. On paper stands this alone. */
@Component({
  selector: 'dk-recovery-codes',
  imports: [CopyButton, FocusOnShow, MatButton],
  template: `@let t = words.t();
    <div class="printed">
      <h3 dkFocusOnShow>{{ t.factor.codesTitle }}</h3>
      <p class="help">{{ t.factor.codesHelp }}</p>
      <ol data-testid="recovery-codes">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ol>
    </div>
    <div class="actions">
      <dk-copy-button [text]="text()" />
      <button matButton="outlined" type="button" (click)="print()">{{ t.factor.print }}</button>
      <button matButton="filled" type="button" data-testid="codes-kept" (click)="kept.emit()">
        {{ t.factor.kept }}
      </button>
    </div>`,
  styleUrl: '../settings.scss',
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
      gap: 8px;
      max-width: 480px;
      margin-top: 12px;
    }
    code {
      display: block;
      text-align: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();
  protected readonly words = inject(SettingsWordsStore);
  protected readonly text = computed(() => this.codes().join('\n'));

  protected print(): void {
    globalThis.print();
  }
}
