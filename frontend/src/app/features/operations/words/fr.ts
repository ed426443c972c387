import { frPlural as plural } from '../../../core/i18n/phrases.js';
import type { OperationsWords } from './en.js';

export const fr: OperationsWords = {
  title: 'Exploitation',
  revenue: 'Revenus et paiements',
  help: 'Les projections changent le journal d’événements en tables qui répondent. Chacune peut être reconstruite depuis le premier événement pendant que l’ancienne continue de répondre.',
  head: (position) =>
    `Le journal se termine à la position ${position}. Les événements qui ne concernent pas une projection comptent aussi\u00a0: au repos, elle peut sembler un peu en retard.`,
  list: 'Projections',
  name: 'Nom',
  version: (version, build) => `version ${version}, construction ${build}`,
  position: 'Position',
  at: (position) => `à la position ${position}`,
  lag: 'Retard',
  rate: 'Évén./s',
  events: 'Événements',
  status: 'État',
  loading: 'Chargement des projections',
  errorTitle: 'Les projections n’ont pas pu être chargées.',
  old: 'Le serveur ne répond pas\u00a0: voici les derniers chiffres reçus.',
  empty: 'Aucune projection n’a encore démarré.',
  emptyHelp: 'Elles apparaissent dès que le projecteur tourne.',
  upToDate: 'à jour',
  positions: (n) => plural(n, 'position', 'positions'),
  states: {
    'catching-up': 'en rattrapage',
    running: 'en marche',
    retrying: 'nouvel essai',
    stopped: 'arrêtée',
    held: 'retenue',
    unfollowed: 'suivie par aucun processus',
    degraded: 'dégradée\u00a0: des événements ont été mis de côté',
  },
  building: (build, version) => `Construction ${build} de la version ${version} en cours`,
  progress: (name) => `Avancement de la reconstruction de ${name}`,
  pace: (events) => `${events} évén./s`,
  left: {
    second: (n) => `encore ${n} s`,
    minute: (n) => `encore ${n} min`,
    hour: (n) => `encore ${n} h`,
  },
  requested: 'Une reconstruction est demandée\u00a0; le projecteur n’a pas encore commencé.',
  held: (build) => `La construction ${build} est prête et retenue`,
  heldHelp: 'Examinez la différence, puis basculez ou annulez.',
  parked: (n) => plural(n, 'événement mis de côté', 'événements mis de côté'),
  nothingToUndo: 'Il n’y a pas de construction antérieure.',
  leave: 'Ne rien changer',
  orders: {
    rebuild: {
      button: 'Reconstruire',
      title: (name) => `Reconstruire ${name}\u00a0?`,
      text: () =>
        'Tous les événements sont relus dans de nouvelles tables. Les anciennes répondent jusqu’à ce que les nouvelles soient à jour\u00a0; puis les lecteurs basculent.',
      done: (name) => `La reconstruction de ${name} est demandée.`,
    },
    switch: {
      button: 'Basculer',
      title: (name) => `Basculer ${name} vers la nouvelle construction\u00a0?`,
      text: () =>
        'Elle a moins de lignes que celle qui répond. Celle-ci est gardée\u00a0: on peut revenir en arrière.',
      done: (name) => `${name} utilise la nouvelle construction.`,
    },
    undo: {
      button: 'Revenir en arrière',
      title: (name) => `Revenir à la construction antérieure de ${name}\u00a0?`,
      text: (previous) =>
        `La construction ${previous} répond de nouveau. L’actuelle est gardée\u00a0: cela aussi peut être annulé.`,
      done: (name) => `${name} est revenue à sa construction antérieure.`,
    },
    cancel: {
      button: 'Annuler la reconstruction',
      title: (name) => `Annuler la reconstruction de ${name}\u00a0?`,
      text: () => 'Ce qui a été construit est supprimé. Les lecteurs ne remarquent rien.',
      done: (name) => `La reconstruction de ${name} est annulée.`,
    },
  },
  reactions: 'Réactions',
  reactionsHelp:
    'Ce qui est fait une fois par événement, comme l’envoi d’une visite au robot. Jamais répété.',
};
