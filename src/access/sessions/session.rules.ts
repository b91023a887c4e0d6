/** A session ends so long after it began (NIST SP 800-63B-4 asks to sign in again after 30 days at the most). */
export const SESSION_DAYS = 30;
/** And so long after it was used last. */
export const IDLE_DAYS = 7;
export const INVITATION_DAYS = 7;

/** So many tries cost nothing; from then on each one waits twice as long as the one before, a quarter of an hour at the most. */
export const FREE_TRIES = { account: 10, address: 50 } as const;
export const LONGEST_WAIT_S = 900;
/** Tries that lie back so long are forgotten. */
export const FORGOTTEN_AFTER_MINUTES = 60;
