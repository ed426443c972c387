import { Injectable, inject } from '@angular/core';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';

/** Sentences on plans and payment. They come with these pages, not with the first one. */
@Injectable({ providedIn: 'root' })
export class BillingWordsStore {
  readonly t = inject(LanguageStore).wordsOf({ en, fr });
}
