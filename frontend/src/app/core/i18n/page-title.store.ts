import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { LanguageStore } from './language.store.js';

/** What the browser's tab says: the page, then the product. */
@Injectable({ providedIn: 'root' })
export class PageTitleStore {
  private readonly title = inject(Title);
  private readonly language = inject(LanguageStore);
  private readonly page = signal<() => string>(() => '');
  private readonly text = computed(() => {
    const page = this.page()();
    const product = this.language.t().productName;
    return page ? `${page} · ${product}` : product;
  });

  constructor() {
    effect(() => this.title.setTitle(this.text()));
  }

  /** The page gives a function, so that its title follows the language and what it shows. */
  follow(page: () => string): void {
    this.page.set(page);
  }
}
