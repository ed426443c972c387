import type { Language } from '../../../core/i18n/languages.js';

/** Facts whose names in the log do not say it well alone. Those left out are read as they are written there. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  'account.Closed': 'Account closed',
  'account.Erased': 'Account erased',
  'account.Registered': 'Account registered',
  'account.EmailProofRequested': 'Link to confirm the address asked for',
  'account.EmailReserved': 'Address taken into use',
  'account.EmailReleased': 'Address given free',
  'account.EmailVerified': 'Address confirmed',
  'account.IdentityReserved': 'Sign-in of a service taken into use',
  'account.IdentityReleased': 'Sign-in of a service given free',
  'account.SignUpRepeated': 'Registered again with a known address',
  'observation.Failed': 'Look failed',
  'observation.Retracted': 'Observation retracted',
  'workspace.ApiKeyIssued': 'API key made',
  'workspace.ApiKeyRevoked': 'API key revoked',
  'workspace.Created': 'Workspace created',
  'workspace.Renamed': 'Workspace renamed',
};

const IN_FRENCH: Readonly<Record<string, string>> = {
  'account.Closed': 'Compte fermé',
  'account.ConsentGiven': 'Accord donné',
  'account.ConsentWithdrawn': 'Accord retiré',
  'account.EmailProofRequested': 'Lien de confirmation demandé',
  'account.EmailReleased': 'Adresse libérée',
  'account.EmailReserved': 'Adresse mise en service',
  'account.EmailVerified': 'Adresse confirmée',
  'account.Erased': 'Compte effacé',
  'account.IdentityLinked': 'Service de connexion relié',
  'account.IdentityReleased': 'Connexion d’un service libérée',
  'account.IdentityReserved': 'Connexion d’un service mise en service',
  'account.IdentityUnlinked': 'Service de connexion délié',
  'account.NameChanged': 'Nom changé',
  'account.OperatorAppointed': 'Exploitant nommé',
  'account.OperatorDismissed': 'Exploitant démis',
  'account.PasswordChanged': 'Mot de passe changé',
  'account.PasswordResetRequested': 'Nouveau mot de passe demandé',
  'account.RecoveryCodeUsed': 'Code de secours utilisé',
  'account.Registered': 'Compte créé',
  'account.SecondFactorDisabled': 'Second facteur désactivé',
  'account.SecondFactorEnabled': 'Second facteur activé',
  'account.SessionEnded': 'Appareil déconnecté',
  'account.SignUpRepeated': 'Nouvelle inscription avec une adresse connue',
  'account.SignedIn': 'Connexion',
  'collection.CrawlFailed': 'Relevé échoué',
  'collection.CrawlFinished': 'Relevé terminé',
  'collection.CrawlRequested': 'Relevé demandé',
  'collection.DemoSeeded': 'Données de démonstration créées',
  'observation.Failed': 'Consultation échouée',
  'observation.KeywordObserved': 'Mot-clé observé',
  'observation.MetricsReported': 'Chiffres rapportés',
  'observation.Retracted': 'Observation retirée',
  'observation.SuggestionsObserved': 'Suggestions observées',
  'research.KeywordsSearched': 'Recherche faite',
  'research.SearchDeleted': 'Recherche retirée de l’historique',
  'research.SearchHistoryCleared': 'Historique des recherches effacé',
  'research.SearchesExpired': 'Anciennes recherches effacées',
  'tracking.KeywordTracked': 'Mot-clé suivi',
  'tracking.KeywordUntracked': 'Suivi d’un mot-clé arrêté',
  'workspace.ApiKeyIssued': 'Clé d’API créée',
  'workspace.ApiKeyRevoked': 'Clé d’API révoquée',
  'workspace.Created': 'Espace de travail créé',
  'workspace.InvitationRevoked': 'Invitation retirée',
  'workspace.MemberInvited': 'Membre invité',
  'workspace.MemberJoined': 'Membre arrivé',
  'workspace.MemberRemoved': 'Membre retiré',
  'workspace.MemberRoleChanged': 'Rôle d’un membre changé',
  'workspace.Renamed': 'Espace de travail renommé',
};

const NAMES: Record<Language, Readonly<Record<string, string>>> = { en: IN_ENGLISH, fr: IN_FRENCH };

/** "workspace.MemberRemoved.v1" → "Member removed". A fact that is not named in this language is shown as the log has it. */
export function factName(type: string, language: Language): string {
  const [context, fact = type] = type.split('.');
  const named = NAMES[language][`${context}.${fact}`];
  if (named !== undefined) return named;
  const words = fact.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
