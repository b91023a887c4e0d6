// Nothing that a request or a job does takes this long unless something hangs. Then it ends with an error that says
// so and is tried again, instead of holding its connection, and whoever waits for its locks, for ever. Each
// connection announces these as it starts.
export const SESSION_LIMITS_MS = {
  statement_timeout: 60_000,
  lock_timeout: 20_000,
  idle_in_transaction_session_timeout: 30_000,
};
