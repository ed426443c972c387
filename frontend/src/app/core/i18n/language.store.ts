import { Injectable, computed, effect, signal, type Signal } from '@angular/core';
import { keep, readKept } from '../preferences/kept.js';
import { en, type Messages } from './en.js';
import { fr } from './fr.js';
import { languageFrom, localeFor, type Language } from './languages.js';

const DICTIONARIES: Record<Language, Messages> = { en, fr };

/** The language of the page: the one chosen here before, else the browser's first that we speak, else English. */
@Injectable({ providedIn: 'root' })
export class LanguageStore {
  readonly language = signal<Language>(languageFrom([readKept('language') ?? '', ...navigator.languages]));
  readonly t = computed(() => DICTIONARIES[this.language()]);
  /** For Intl: the browser's own variety of the language where it has one (en-GB), else the usual one. */
  readonly locale = computed(() => localeFor(this.language(), navigator.languages));

  constructor() {
    effect(() => {
      document.documentElement.lang = this.language();
    });
  }

  /** The sentences of one part of the dashboard, which come with its pages. */
  wordsOf<T>(dictionaries: Record<Language, T>): Signal<T> {
    return computed(() => dictionaries[this.language()]);
  }

  choose(language: Language): void {
    this.language.set(language);
    keep('language', language);
  }
}
