/** The name that robots.txt files may call us by. */
export const ROBOTS_NAME = 'DigitallzKeywords';

/** We say who we are, to every host and in every way of asking. */
export const USER_AGENT = `Mozilla/5.0 (compatible; ${ROBOTS_NAME}/0.1)`;
