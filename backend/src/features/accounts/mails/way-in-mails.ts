import type { Mail } from '../../../platform/mail/mailer.js';
import type { Provider } from '../account.decider.js';

export type WayInMailKind =
  'secondFactorOn' | 'secondFactorOff' | 'recoveryCodesRenewed' | `${Provider}${'Linked' | 'Unlinked'}`;
type Words = (told: { readonly name: string; readonly link: string }) => Omit<Mail, 'to'>;
type InBoth = Readonly<Record<'en' | 'fr', Words>>;

/** Whoever takes an account over changes how it is entered: its owner hears of every such change. */
const mail = (en: Told, fr: Told): InBoth => ({
  en: ({ name, link }) => ({
    subject: en.subject,
    text: `Hello ${name},\n\n${en.happened} If it was you, do nothing. If it was not, choose a new password at once, which signs all devices out:\n\n${link}\n`,
  }),
  fr: ({ name, link }) => ({
    subject: fr.subject,
    text: `Bonjour ${name},\n\n${fr.happened} Si c’était vous, ignorez ce message. Sinon, choisissez tout de suite un nouveau mot de passe, ce qui déconnecte tous les appareils :\n\n${link}\n`,
  }),
});

interface Told {
  readonly subject: string;
  readonly happened: string;
}

const linked = (provider: string): InBoth =>
  mail(
    {
      subject: `Your account can be entered through ${provider}`,
      happened: `your account was linked to ${provider}: whoever signs in there enters it here, too.`,
    },
    {
      subject: `Votre compte est accessible par ${provider}`,
      happened: `votre compte a été relié à ${provider} : qui s’y connecte accède aussi à votre compte ici.`,
    },
  );

const unlinked = (provider: string): InBoth =>
  mail(
    {
      subject: `Your account is no longer linked to ${provider}`,
      happened: `your account was unlinked from ${provider}: it cannot be entered from there any more.`,
    },
    {
      subject: `Votre compte n’est plus relié à ${provider}`,
      happened: `votre compte n’est plus relié à ${provider} : on ne peut plus y accéder par là.`,
    },
  );

/** What we write when an account can be entered in another way than before. */
export const WAY_IN_MAILS: Readonly<Record<WayInMailKind, InBoth>> = {
  secondFactorOn: mail(
    {
      subject: 'Signing in asks for a code now',
      happened: 'the second factor of your account was switched on: signing in asks for a code, too.',
    },
    {
      subject: 'La connexion demande maintenant un code',
      happened:
        'la double authentification de votre compte a été activée : la connexion demande aussi un code.',
    },
  ),
  secondFactorOff: mail(
    {
      subject: 'Signing in asks for no code any more',
      happened: 'the second factor of your account was switched off: signing in asks for no code any more.',
    },
    {
      subject: 'La connexion ne demande plus de code',
      happened:
        'la double authentification de votre compte a été désactivée : la connexion ne demande plus de code.',
    },
  ),
  recoveryCodesRenewed: mail(
    {
      subject: 'You have new recovery codes',
      happened: 'recovery codes were made anew for your account, and the old ones are good no more.',
    },
    {
      subject: 'Vous avez de nouveaux codes de secours',
      happened:
        'de nouveaux codes de secours ont été créés pour votre compte et les anciens ne sont plus valables.',
    },
  ),
  googleLinked: linked('Google'),
  googleUnlinked: unlinked('Google'),
  githubLinked: linked('GitHub'),
  githubUnlinked: unlinked('GitHub'),
};
