import { Injectable, inject } from '@angular/core';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';

/** The sentences of the search history; they come with its page. */
@Injectable({ providedIn: 'root' })
export class HistoryWordsStore {
  readonly t = inject(LanguageStore).wordsOf({ en, fr });
}
