import { Injectable, inject } from '@angular/core';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';

/** The sentences of the settings; they come with these pages, not with the first one. */
@Injectable({ providedIn: 'root' })
export class SettingsWordsStore {
  readonly t = inject(LanguageStore).wordsOf({ en, fr });
}
