const EN = {
  simulation: 'This is a simulation',
  noCard: 'No money moves and no card is asked for. This page stands in for Stripe on this machine.',
  checkout: 'Subscribe',
  today: 'To pay today',
  per: { day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
  trial: 'Trial until',
  trialDays: 'days of trial',
  discount: 'Discount',
  email: 'E-mail address',
  name: 'Name or company',
  taxId: 'VAT number (optional)',
  code: 'Promotion code',
  apply: 'Apply',
  whatHappens: 'What shall happen?',
  succeed: 'The payment succeeds',
  decline: 'The card is declined',
  ask3ds: 'The bank asks to confirm (3-D Secure)',
  abandon: 'Leave without paying',
  bank: 'Your bank asks: is it you?',
  confirm: 'Yes, confirm the payment',
  fail: 'No, the confirmation fails',
  refused: {
    declined: 'The card was declined. Nothing was charged; you can try again.',
    '3ds-failed': 'The bank did not confirm the payment. Nothing was charged; you can try again.',
    'code-unknown': 'This promotion code cannot be redeemed.',
    'tax-id-wrong': 'This is no VAT number: it begins with two letters for the country, like FR12345678901.',
  },
  complete: 'This checkout is complete.',
  expired: 'This checkout has expired. Start again from the product.',
  back: 'Back',
  portal: 'Your subscription',
  none: 'There is no subscription.',
  renews: 'Renews on',
  ends: 'Ends on',
  ended: 'Ended on',
  cancel: 'Cancel at the end of the period',
  resume: 'Do not cancel after all',
  card: 'What becomes of the next payments?',
  fates: {
    ok: 'They succeed',
    declines: 'The card is declined',
    'needs-3ds': 'The bank asks to confirm (3-D Secure)',
  },
  save: 'Save',
  invoices: 'Invoices',
  invoice: 'Invoice',
  pay: 'Pay',
  status: { draft: 'draft', open: 'to be paid', paid: 'paid', uncollectible: 'given up', void: 'void' },
  missing: 'There is nothing here.',
};

export type Words = typeof EN;

const FR: Words = {
  simulation: 'Ceci est une simulation',
  noCard:
    'Aucun argent ne circule et aucune carte n’est demandée. Cette page remplace Stripe sur cette machine.',
  checkout: 'S’abonner',
  today: 'À payer aujourd’hui',
  per: { day: 'par jour', week: 'par semaine', month: 'par mois', year: 'par an' },
  trial: 'Essai jusqu’au',
  trialDays: 'jours d’essai',
  discount: 'Remise',
  email: 'Adresse e-mail',
  name: 'Nom ou société',
  taxId: 'Numéro de TVA (facultatif)',
  code: 'Code promotionnel',
  apply: 'Appliquer',
  whatHappens: 'Que doit-il se passer ?',
  succeed: 'Le paiement réussit',
  decline: 'La carte est refusée',
  ask3ds: 'La banque demande une confirmation (3-D Secure)',
  abandon: 'Partir sans payer',
  bank: 'Votre banque demande : est-ce bien vous ?',
  confirm: 'Oui, confirmer le paiement',
  fail: 'Non, la confirmation échoue',
  refused: {
    declined: 'La carte a été refusée. Rien n’a été débité ; vous pouvez réessayer.',
    '3ds-failed': 'La banque n’a pas confirmé le paiement. Rien n’a été débité ; vous pouvez réessayer.',
    'code-unknown': 'Ce code promotionnel ne peut pas être utilisé.',
    'tax-id-wrong':
      'Ce n’est pas un numéro de TVA : il commence par les deux lettres du pays, comme FR12345678901.',
  },
  complete: 'Ce paiement est terminé.',
  expired: 'Ce paiement a expiré. Recommencez depuis le produit.',
  back: 'Retour',
  portal: 'Votre abonnement',
  none: 'Il n’y a pas d’abonnement.',
  renews: 'Renouvelé le',
  ends: 'Se termine le',
  ended: 'Terminé le',
  cancel: 'Résilier à la fin de la période',
  resume: 'Ne plus résilier',
  card: 'Que deviennent les prochains paiements ?',
  fates: {
    ok: 'Ils réussissent',
    declines: 'La carte est refusée',
    'needs-3ds': 'La banque demande une confirmation (3-D Secure)',
  },
  save: 'Enregistrer',
  invoices: 'Factures',
  invoice: 'Facture',
  pay: 'Payer',
  status: {
    draft: 'brouillon',
    open: 'à payer',
    paid: 'payée',
    uncollectible: 'abandonnée',
    void: 'annulée',
  },
  missing: 'Il n’y a rien ici.',
};

export type Language = 'en' | 'fr';
export const wordsIn = (language: Language): Words => (language === 'fr' ? FR : EN);

/** The session's own language if it names one, else the first of ours that the browser wants. */
export function languageOf(locale: string | null, accepted: string | undefined): Language {
  if (locale !== null && locale !== 'auto') return locale.startsWith('fr') ? 'fr' : 'en';
  for (const part of (accepted ?? '').toLowerCase().split(','))
    if (/^\s*(fr|en)\b/.test(part)) return part.trim().startsWith('fr') ? 'fr' : 'en';
  return 'en';
}

export const money = (minor: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 100);

export const day = (seconds: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(seconds * 1_000);
