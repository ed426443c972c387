import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { LanguageStore } from '../i18n/language.store.js';
import { LANGUAGES } from '../i18n/languages.js';

/** The quiet frame around the pages of who is not signed in: the name, the languages, one card. */
@Component({
  selector: 'dk-entrance',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './entrance.html',
  styleUrl: './entrance.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Entrance {
  protected readonly language = inject(LanguageStore);
  protected readonly languages = LANGUAGES;
}
