import type { Role } from '../../../contracts/values/role.js';
import type { Mail } from '../../platform/mail/mailer.js';

export interface InvitationTold {
  /** Name of who invites. */
  readonly by: string;
  readonly workspace: string;
  readonly role: Role;
  readonly link: string;
}

const ROLES_IN_FRENCH: Readonly<Record<Role, string>> = {
  viewer: 'lecteur',
  analyst: 'analyste',
  admin: 'administrateur',
  owner: 'propriétaire',
};

/** What we write to who is invited. */
export const INVITATION_MAILS: Readonly<Record<'en' | 'fr', (told: InvitationTold) => Omit<Mail, 'to'>>> = {
  en: ({ by, workspace, role, link }) => ({
    subject: `${by} invites you to “${workspace}”`,
    text: `Hello,\n\n${by} invites you to work in “${workspace}” on Digitallz Keywords, as ${role}. To accept, open this link and sign in, or register, with this address:\n\n${link}\n\nThe link works for seven days. If you do not know ${by}, do nothing: nobody learns that you read this.\n`,
  }),
  fr: ({ by, workspace, role, link }) => ({
    subject: `${by} vous invite dans « ${workspace} »`,
    text: `Bonjour,\n\n${by} vous invite à travailler dans « ${workspace} » sur Digitallz Keywords, en tant que ${ROLES_IN_FRENCH[role]}. Pour accepter, ouvrez ce lien et connectez-vous, ou inscrivez-vous, avec cette adresse :\n\n${link}\n\nLe lien est valable sept jours. Si vous ne connaissez pas ${by}, ignorez ce message : personne n’apprendra que vous l’avez lu.\n`,
  }),
};
