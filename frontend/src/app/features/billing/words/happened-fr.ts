import type { happenedEn } from './happened-en.js';

/** Ce qui est arrivé à un abonnement, une phrase pour chaque fait. */
export const happenedFr: typeof happenedEn = {
  title: 'Ce qui s’est passé',
  help: 'Pourquoi un montant a été débité, pourquoi quelque chose a été refusé\u00a0: chaque fait derrière l’abonnement.',
  loading: 'Chargement de ce qui s’est passé',
  errorTitle: 'Ce qui s’est passé n’a pas pu être chargé.',
  empty: 'Il ne s’est encore rien passé.',
  more: 'Afficher plus',
  by: { person: 'par une personne', stripe: 'dit par le service de paiement', us: 'par nous' },
  says: {
    'customer-linked': () => 'L’espace de travail est connu du service de paiement.',
    'checkout-started': (plan, each) => `Quelqu’un est allé payer ${plan}, facturé ${each}.`,
    'checkout-completed': () => 'Le paiement en ligne a été mené à bien.',
    'checkout-expired': () => 'Le paiement en ligne a été quitté et a expiré. Rien n’a été débité.',
    'trial-started': (plan, until) => `L’essai de ${plan} a commencé, gratuit jusqu’au ${until}.`,
    started: (plan, until) => `L’offre ${plan} a commencé, payée jusqu’au ${until}.`,
    'plan-changed': (plan, each) => `L’offre est désormais ${plan}, facturée ${each}.`,
    renewed: (plan, until) => `L’offre ${plan} a été renouvelée jusqu’au ${until}.`,
    'cancellation-scheduled': (until) => `L’abonnement a été résilié et prendra fin le ${until}.`,
    'cancellation-withdrawn': () => 'La résiliation a été retirée\u00a0: l’abonnement continue.',
    ended: () => 'L’abonnement a pris fin.',
    'invoice-paid': (amount, number) => `${amount} ont été payés (facture ${number}).`,
    'invoice-paid-nothing': (number) => `La facture ${number} était de zéro.`,
    'invoice-written-off': (number) => `La facture ${number} n’est plus à payer.`,
    'payment-failed': (amount) => `Un paiement de ${amount} a été refusé par la banque.`,
    'payment-failed-again': (amount, when) =>
      `Un paiement de ${amount} a été refusé par la banque. Nouvel essai le ${when}.`,
    'payment-recovered': (amount) => `Le paiement de ${amount} qui avait échoué est passé.`,
    'payment-action-required': (amount) => `La banque vous demande de confirmer un paiement de ${amount}.`,
    'grace-started': (until) => `L’offre reste jusqu’au ${until} malgré un paiement échoué.`,
    'grace-ended-paid': () => 'Le paiement est venu à temps\u00a0; l’offre reste.',
    'grace-ended-lapsed': () =>
      'Le paiement n’est pas venu à temps\u00a0: l’espace est passé à l’offre gratuite.',
    refunded: (amount) => `${amount} vous sont rendus.`,
    'refund-failed': (amount) => `Le remboursement de ${amount} a échoué.`,
    reconciled: () => 'Nous avons comparé avec le service de paiement et corrigé ce qui différait.',
    'terms-seen': (status) => `Le service de paiement dit l’abonnement «\u00a0${status}\u00a0».`,
    'unknown-price-seen': () =>
      'L’abonnement a un prix que nous ne connaissons pas\u00a0; l’offre reste la même.',
    other: (type) => type,
  },
};
