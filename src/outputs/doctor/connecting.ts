import pg from 'pg';
import { type Finding, problem } from './finding.js';

const CONNECT_WITHIN_MS = 5000;
const ANSWER_WITHIN_MS = 15_000;

/**
 * Opens a connection that announces nothing a pooler could refuse, and sets nothing on it: behind a pooler it may be
 * somebody else's in a moment.
 */
export async function connect(url: string, more: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'second-source doctor',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    ...more,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function rows<Row>(client: pg.Client, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await client.query(sql, values)).rows as Row[];
}

type Explanation = [RegExp, (place: Place) => [message: string, advice: string]];

interface Place {
  server: string;
  user: string;
  database: string;
}

// Matched against the code of the system or the SQLSTATE, then the text, which poolers keep English. First fit.
const EXPLANATIONS: Explanation[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)/,
    ({ server }) => [
      `The name of the database's machine is not known here (${server}).`,
      'Check the host in DATABASE_URL, and whether this machine can look up names.',
    ],
  ],
  [
    /^ECONNREFUSED/,
    ({ server }) => [
      `Nothing listens at ${server}.`,
      'Start PostgreSQL there, or correct host and port in DATABASE_URL. Is it set to listen on that address (listen_addresses)?',
    ],
  ],
  [
    /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)|timeout expired|connection timeout/,
    ({ server }) => [
      `${server} does not answer.`,
      'Check the host in DATABASE_URL and whether a firewall or the network is in between.',
    ],
  ],
  [
    /^08P01.*unsupported startup parameter/,
    () => [
      'A pooler (PgBouncer) refuses the time limits that each connection announces as it starts.',
      'Give PgBouncer ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout, and set these limits on the role with "alter role … set …".',
    ],
  ],
  [
    /^28P01|password authentication failed|SASL/,
    ({ user }) => [
      `The password of the user ${user} is wrong, or there is no such user.`,
      'Correct user and password in DATABASE_URL; "alter role … password …" sets a new one.',
    ],
  ],
  [
    /^28000/,
    ({ user, server }) => [
      `The server ${server} lets ${user} in neither this way nor from this machine.`,
      'Check that the user exists and may log in, and that pg_hba.conf has a line for this machine; if it asks for encryption, add ?sslmode=verify-full to DATABASE_URL.',
    ],
  ],
  [
    /^3D000|^08P01.*(no such database|bouncer config error)/,
    ({ database, server }) => [
      `There is no database ${database} at ${server}.`,
      `Make it with "create database ${database} encoding 'UTF8'", or correct the name in DATABASE_URL.`,
    ],
  ],
  [
    /^53300/,
    () => [
      'The database has no connection left.',
      'Look in pg_stat_activity for who holds them; raise max_connections, or run fewer processes.',
    ],
  ],
  [
    /^57P0/,
    () => [
      'The database is just starting or stopping.',
      'Wait a moment and try again; if it stays so, read its log.',
    ],
  ],
  [
    /^42501/,
    ({ user, database }) => [
      `The user ${user} may not connect to the database ${database}.`,
      `Allow it with "grant connect on database ${database} to ${user}".`,
    ],
  ],
  [
    /does not support SSL/,
    ({ server }) => [
      `DATABASE_URL asks for encryption, which ${server} does not offer.`,
      'Switch ssl on at the server, or leave sslmode out of DATABASE_URL.',
    ],
  ],
  [
    /CERT|SIGNATURE/,
    () => [
      'The certificate of the database is not one that this machine trusts.',
      'Add sslrootcert=<file> with the certificate of its issuer to DATABASE_URL, and use the host name that stands in the certificate.',
    ],
  ],
  [
    /query_wait_timeout|read timeout/,
    ({ server }) => [
      `${server} took the connection and does not answer.`,
      'A pooler whose connections are all in use waits like that: give it more of them (default_pool_size).',
    ],
  ],
];

/** Why the database could not be reached, in words and without the password. */
export function explainConnection(check: string, error: unknown, url: string): Finding {
  const { code, message } = error as { code?: string; message: string };
  const text = `${code ?? ''} ${message}`.trim();
  const fit = EXPLANATIONS.find(([pattern]) => pattern.test(text));
  if (fit === undefined) {
    return problem(
      check,
      `The database cannot be reached: ${text}.`,
      'Check DATABASE_URL and the log of the database.',
    );
  }
  return problem(check, ...fit[1](placeOf(url)));
}

export function placeOf(url: string): Place {
  if (!URL.canParse(url)) return { server: 'the server', user: '', database: '' };
  const { hostname, port, username, pathname } = new URL(url);
  const user = decodeURIComponent(username);
  return {
    server: `${hostname || 'localhost'}:${port || 5432}`,
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
  };
}
