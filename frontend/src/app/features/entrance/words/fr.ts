import type { EntranceWords } from './en.js';

export const fr: EntranceWords = {
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  name: 'Votre nom',
  wrongEmail: 'Saisissez une adresse comme anna@example.com.',
  missing: 'Ce champ est nécessaire.',
  toSignIn: 'Aller à la connexion',
  signIn: {
    title: 'Connexion',
    button: 'Se connecter',
    wrong:
      'Cette adresse et ce mot de passe ne vont pas ensemble. Réessayez ou choisissez un nouveau mot de passe.',
    forgot: 'Mot de passe oublié\u00a0?',
    noAccount: 'Pas encore de compte\u00a0?',
    register: 'S’inscrire',
    or: 'ou',
    with: (provider) => `Continuer avec ${provider}`,
    codeTitle: 'Encore une étape',
    codeText:
      'Saisissez les six chiffres de votre application d’authentification, ou l’un de vos codes de secours.',
    code: 'Code',
    codeButton: 'Confirmer',
    wrongCode: 'Ce code n’est pas bon, ou a déjà servi. Attendez le suivant.',
    back: 'Se connecter avec un autre compte',
  },
  problems: {
    'signed-out': 'Vous avez été déconnecté. Reconnectez-vous pour continuer où vous étiez.',
    unreachable: 'Le serveur est injoignable. Vérifiez qu’il tourne, puis connectez-vous.',
    'account-exists':
      'Un compte existe déjà avec cette adresse. Connectez-vous avec son mot de passe, puis reliez l’autre service dans Paramètres → Profil.',
    'sign-in-expired': 'C’était trop long. Recommencez la connexion.',
    'sign-in-refused': 'L’autre service a refusé. Réessayez ou utilisez votre mot de passe.',
    'provider-unavailable':
      'L’autre service ne répond pas. Réessayez bientôt ou utilisez votre mot de passe.',
    'identity-taken': 'Cette connexion appartient à un autre compte ici.',
    'email-unverified':
      'L’autre service n’a pas d’adresse confirmée de vous. Confirmez-la là-bas, ou utilisez votre mot de passe.',
    other: 'Cette connexion n’a pas fonctionné. Réessayez ou utilisez votre mot de passe.',
  },
  register: {
    title: 'Créer votre compte',
    button: 'Créer le compte',
    haveAccount: 'Vous avez un compte\u00a0?',
    doneTitle: 'Regardez vos e-mails',
    done: (email) =>
      `Nous avons écrit à ${email}. Le lien du message confirme votre adresse\u00a0; il est valable trois jours.`,
    doneThen: 'Vous pouvez déjà vous connecter.',
  },
  forgot: {
    title: 'Choisir un nouveau mot de passe',
    text: 'Donnez-nous votre adresse\u00a0; un lien pour en choisir un nouveau arrive par e-mail.',
    button: 'Envoyer le lien',
    done: (email) =>
      `Si ${email} a un compte, un message avec un lien est en route. Le lien fonctionne une fois, pendant une heure.`,
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    button: 'Enregistrer et se connecter',
    failed: 'Ce lien ne fonctionne plus. Faites-en envoyer un autre.',
    again: 'Envoyer un autre lien',
    done: 'Votre mot de passe est changé et tous les appareils ont été déconnectés. Connectez-vous avec le nouveau.',
  },
  verify: {
    title: 'Votre adresse',
    working: 'Confirmation de votre adresse…',
    done: 'Merci\u00a0: votre adresse est confirmée.',
    go: 'Aller à vos mots-clés',
    failed: 'Ce lien ne fonctionne pas\u00a0: il est trop ancien, a été coupé, ou l’adresse a changé depuis.',
  },
  accept: {
    title: 'Une invitation',
    text: 'On vous invite à travailler avec d’autres dans un espace de travail.',
    asWho: (email) => `Vous êtes connecté en tant que ${email}.`,
    button: 'Accepter l’invitation',
    done: 'Vous êtes membre de l’espace de travail. Connectez-vous pour y aller.',
    signOut: 'Se déconnecter',
    forAnother:
      'Cette invitation est pour une autre adresse que la vôtre, qui a un compte. Déconnectez-vous, et acceptez-la avec ce compte.',
    forNobodyYet:
      'Cette invitation est pour une autre adresse que la vôtre, qui n’a pas encore de compte. Déconnectez-vous, et créez-en un avec elle.',
    registerFirst:
      'L’adresse invitée n’a pas encore de compte. Créez-en un avec elle\u00a0: vous reviendrez ici, et pourrez accepter.',
    signInFirst:
      'Le compte de cette adresse ne l’a pas confirmée. Connectez-vous avec lui, puis acceptez. Si vous n’avez pas créé ce compte, choisissez d’abord un nouveau mot de passe.',
    failed:
      'Cette invitation ne peut pas être acceptée\u00a0: elle est trop ancienne, a été utilisée ou retirée, ou le lien a été coupé. Demandez-en une autre.',
  },
};
