import type { Mail } from '../../../platform/mail/mailer.js';
import { WAY_IN_MAILS, type WayInMailKind } from './way-in-mails.js';

export type Locale = 'en' | 'fr';
type Words = (told: { readonly name: string; readonly link: string }) => Omit<Mail, 'to'>;
export type MailKind = 'verify' | 'repeated' | 'reset' | 'passwordChanged' | 'tokenReused' | WayInMailKind;

/** What we write to people about their accounts. */
export const ACCOUNT_MAILS: Readonly<Record<MailKind, Readonly<Record<Locale, Words>>>> = {
  ...WAY_IN_MAILS,
  verify: {
    en: ({ name, link }) => ({
      subject: 'Please confirm your address',
      text: `Hello ${name},\n\nplease confirm that this address is yours:\n\n${link}\n\nThe link works for three days. If you did not register, do nothing.\n`,
    }),
    fr: ({ name, link }) => ({
      subject: 'Merci de confirmer votre adresse',
      text: `Bonjour ${name},\n\nmerci de confirmer que cette adresse est la vôtre :\n\n${link}\n\nLe lien est valable trois jours. Si vous ne vous êtes pas inscrit, ignorez ce message.\n`,
    }),
  },
  repeated: {
    en: ({ name, link }) => ({
      subject: 'You already have an account',
      text: `Hello ${name},\n\nsomebody, perhaps you, tried to register this address again. It has an account already: sign in, or choose a new password:\n\n${link}\n\nIf it was not you, do nothing: nobody learned that the account exists.\n`,
    }),
    fr: ({ name, link }) => ({
      subject: 'Vous avez déjà un compte',
      text: `Bonjour ${name},\n\nquelqu’un, peut-être vous, a voulu inscrire de nouveau cette adresse. Elle a déjà un compte : connectez-vous ou choisissez un nouveau mot de passe :\n\n${link}\n\nSi ce n’était pas vous, ne faites rien : personne n’a appris que ce compte existe.\n`,
    }),
  },
  reset: {
    en: ({ name, link }) => ({
      subject: 'Choose a new password',
      text: `Hello ${name},\n\nchoose a new password here:\n\n${link}\n\nThe link works once, for one hour. If you did not ask for it, do nothing.\n`,
    }),
    fr: ({ name, link }) => ({
      subject: 'Choisissez un nouveau mot de passe',
      text: `Bonjour ${name},\n\nchoisissez un nouveau mot de passe ici :\n\n${link}\n\nLe lien fonctionne une fois, pendant une heure. Si vous ne l’avez pas demandé, ignorez ce message.\n`,
    }),
  },
  passwordChanged: {
    en: ({ name, link }) => ({
      subject: 'Your password was changed',
      text: `Hello ${name},\n\nyour password was changed, and all other devices were signed out. If it was not you, choose a new one at once:\n\n${link}\n`,
    }),
    fr: ({ name, link }) => ({
      subject: 'Votre mot de passe a été changé',
      text: `Bonjour ${name},\n\nvotre mot de passe a été changé et tous les autres appareils ont été déconnectés. Si ce n’était pas vous, choisissez-en un autre tout de suite :\n\n${link}\n`,
    }),
  },
  tokenReused: {
    en: ({ name, link }) => ({
      subject: 'A device was signed out for safety',
      text: `Hello ${name},\n\nsomebody used an old sign-in of one of your devices, so we ended it. Sign in again there. If this surprises you, choose a new password:\n\n${link}\n`,
    }),
    fr: ({ name, link }) => ({
      subject: 'Un appareil a été déconnecté par sécurité',
      text: `Bonjour ${name},\n\nune ancienne connexion de l’un de vos appareils a été réutilisée ; nous y avons mis fin. Reconnectez-vous. Si cela vous surprend, choisissez un nouveau mot de passe :\n\n${link}\n`,
    }),
  },
};
