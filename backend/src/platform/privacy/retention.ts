const DAY_S = 24 * 3_600;

/** How long things about persons are kept that are no facts of the log. Everything that forgets takes its time from here. */
export const RETENTION = {
  /** A refresh token that is not used, and what is known of its device. */
  unusedSessionS: 30 * DAY_S,
  /** A session that has ended: so long a spent token of it is still recognised. */
  endedSessionS: 30 * DAY_S,
  /** Steps of an authenticator that were used; a code is good for some 90 s. */
  usedCodeS: DAY_S,
  /** The address of somebody who was invited and did not come, after the invitation has expired. */
  expiredInvitationS: 7 * DAY_S,
  /** Answers by Idempotency-Key, in Redis. */
  idempotentAnswerS: DAY_S,
  /** Lines of the programs' logs, which hold no personal data: for whoever sets up where they go. */
  logLineS: 30 * DAY_S,
} as const;
