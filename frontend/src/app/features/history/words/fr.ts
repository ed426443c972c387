import type { en } from './en.js';

/** Phrases de l’historique des recherches. */
export const fr: typeof en = {
  title: 'Historique des recherches',
  help: 'Ce que vous avez cherché, pour vous seul. Relancez une recherche, ou voyez ce qu’elle disait alors.',
  list: 'Vos recherches',
  loading: 'Chargement de vos recherches',
  found: (count) => (count > 1 ? `${count} mots-clés affichés` : `${count} mot-clé affiché`),
  similar: 'mots proches',
  again: 'Relancer',
  againOf: (query) => `Relancer la recherche « ${query} »`,
  then: 'Ce qu’elle disait alors',
  thenOf: (query) => `Ce que disait alors la recherche « ${query} »`,
  remove: 'Retirer',
  removeOf: (query) => `Retirer la recherche « ${query} »`,
  clear: 'Tout effacer',
  clearLabel: 'Effacer tout l’historique des recherches',
  more: 'Afficher plus',
  errorTitle: 'Vos recherches n’ont pas pu être lues',
  emptyTitle: 'Aucune recherche pour l’instant',
  emptyHelp:
    'Cherchez un mot-clé et il apparaîtra ici. Les recherches ne sont gardées que si vos réglages de confidentialité le permettent.',
  research: 'Chercher un mot-clé',
};
