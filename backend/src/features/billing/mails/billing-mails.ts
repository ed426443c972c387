import type { Mail } from '../../../platform/mail/mailer.js';

interface Told {
  readonly name: string;
  readonly plan: string;
  /** A day: `2026-11-30`. */
  readonly until: string;
  readonly link: string;
}
type InBoth = Readonly<Record<'en' | 'fr', (told: Told) => Omit<Mail, 'to'>>>;

/** A payment failed, and the plan stays for some days. */
export const GRACE_STARTED: InBoth = {
  en: ({ name, plan, until, link }) => ({
    subject: 'Your payment failed',
    text: `Hello ${name},\n\nthe last payment for your plan ${plan} was refused. Your plan stays as it is until ${until}; after that your workspace is on the free plan. Nothing of yours is removed.\n\nPut another card in, or look why:\n\n${link}\n`,
  }),
  fr: ({ name, plan, until, link }) => ({
    subject: 'Votre paiement a échoué',
    text: `Bonjour ${name},\n\nle dernier paiement de votre formule ${plan} a été refusé. Elle reste active jusqu’au ${until} ; ensuite, votre espace passe à la formule gratuite. Rien de ce qui est à vous n’est supprimé.\n\nChangez de carte ou voyez ce qui s’est passé :\n\n${link}\n`,
  }),
};

/** It was not paid in the days of grace. */
export const GRACE_LAPSED: InBoth = {
  en: ({ name, plan, link }) => ({
    subject: 'Your workspace is on the free plan now',
    text: `Hello ${name},\n\nthe payment for your plan ${plan} did not come, so your workspace is on the free plan now. All that you recorded is still there.\n\nPay to have your plan back:\n\n${link}\n`,
  }),
  fr: ({ name, plan, link }) => ({
    subject: 'Votre espace est passé à la formule gratuite',
    text: `Bonjour ${name},\n\nle paiement de votre formule ${plan} n’est pas arrivé : votre espace est passé à la formule gratuite. Tout ce que vous avez enregistré est toujours là.\n\nPayez pour retrouver votre formule :\n\n${link}\n`,
  }),
};
