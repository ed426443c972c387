export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const USUAL_LOCALES: Record<Language, string> = { en: 'en-US', fr: 'fr-FR' };

/** The first of these language tags that we speak, else English. */
export function languageFrom(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((l) => tag.toLowerCase().split('-')[0] === l);
    if (found) return found;
  }
  return 'en';
}

export function localeFor(language: Language, tags: readonly string[]): string {
  return tags.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? USUAL_LOCALES[language];
}
