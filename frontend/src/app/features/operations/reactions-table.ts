import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Reaction } from '../../api/types.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { OperationsWordsStore } from './operations-words.store.js';

/** What is done once for each event, and how far that has come. */
@Component({
  selector: 'dk-reactions-table',
  template: `<h2>{{ sentences.t().reactions }}</h2>
    <p class="help">{{ sentences.t().reactionsHelp }}</p>
    <div class="panel">
      <table data-testid="reactions">
        <thead>
          <tr>
            <th scope="col">{{ sentences.t().name }}</th>
            <th scope="col" class="number wide">{{ sentences.t().position }}</th>
            <th scope="col" class="number">{{ sentences.t().lag }}</th>
            <th scope="col" class="number wide">{{ sentences.t().events }}</th>
            <th scope="col">{{ sentences.t().status }}</th>
          </tr>
        </thead>
        <tbody>
          @for (reaction of reactions(); track reaction.name) {
            <tr>
              <th scope="row">{{ reaction.name }}</th>
              <td class="number wide">
                {{ reaction.position ? words.whole(reaction.position) : language.t().figure.noneShort }}
              </td>
              <td class="number">
                {{ reaction.lag === 0 ? sentences.t().upToDate : sentences.t().positions(reaction.lag) }}
              </td>
              <td class="number wide">{{ words.number(reaction.events) }}</td>
              <td>
                <span [class.bad]="reaction.status !== 'running'">{{
                  sentences.t().states[reaction.status]
                }}</span>
                @if (reaction.error; as error) {
                  <p class="bad">{{ error }}</p>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>`,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      margin-top: 8px;
    }
    .help {
      max-width: 72ch;
      color: var(--text-2);
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--size-table);
    }
    th,
    td {
      height: var(--row);
      padding: 4px 16px;
      border-bottom: 1px solid var(--line);
      text-align: left;
      font-weight: 400;
    }
    thead th {
      color: var(--text-2);
      font-size: var(--size-small);
      font-weight: 500;
    }
    tbody th {
      font-weight: 500;
    }
    tbody tr:last-child > * {
      border-bottom: 0;
    }
    .number {
      text-align: right;
    }
    .bad {
      color: var(--red);
      overflow-wrap: anywhere;
    }
    @media (width < 700px) {
      th,
      td {
        padding: 4px 8px;
      }
      .wide {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReactionsTable {
  readonly reactions = input.required<readonly Reaction[]>();
  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(OperationsWordsStore);
  protected readonly words = inject(WordsStore);
}
