import { frPlural as plural, frQuoted as quoted } from '../../../core/i18n/phrases.js';
import type { TrackingWords } from './en.js';

export const fr: TrackingWords = {
  title: 'Suivi',
  help: 'Les mots-clés suivis sont revisités régulièrement\u00a0; leur historique s’allonge ainsi.',
  addLabel: 'Mot-clé à suivre',
  addPlaceholder: 'p. ex. wedding invitation template',
  add: 'Suivre',
  marketplace: 'Place de marché',
  country: 'Pays',
  list: 'Mots-clés suivis',
  loading: 'Chargement des mots-clés suivis',
  since: (day) => `depuis le ${day}`,
  untrack: (keyword, marketplace) => `Ne plus suivre ${keyword} sur ${marketplace}`,
  untracked: (keyword) => `${quoted(keyword)} n’est plus suivi.`,
  trackedNow: (keyword) => `${quoted(keyword)} est maintenant suivi\u00a0; une visite va avoir lieu.`,
  undo: 'Annuler',
  emptyTitle: 'Rien n’est encore suivi.',
  emptyHelp:
    'Ajoutez un mot-clé ci-dessus, ou appuyez sur Suivre sur la page d’un mot-clé. Par exemple\u00a0:',
  errorTitle: 'Les mots-clés suivis n’ont pas pu être chargés.',
  count: (n) => plural(n, 'mot-clé', 'mots-clés'),
  empty: 'Saisissez d’abord un mot-clé.',
  more: 'Afficher plus',
};
