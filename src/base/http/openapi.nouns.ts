/** The nouns of the addresses; every operation belongs to one of them. */
export const TAGS: Record<string, string> = {
  workspace: 'Your workspace: who you are in it, what each role may do, the life of a claim.',
  policy: 'The rules of your workspace.',
  members: 'Persons and programs with a place in your workspace, and their roles.',
  'api-keys': 'The keys with which programs call this API.',
  sessions: 'Signing in and out with e-mail and password.',
  setup: 'The first run: making the first admin.',
  sources: 'Persons, bodies, documents, outlets and sensors that make statements, and how reliable they are.',
  parties: 'The interests that sources speak for.',
  claims: 'Checkable sentences, their corroboration and their way through the desk.',
  statements: 'The recorded positions of sources on claims.',
  evidence: 'Items that bear on a claim: images, documents, data, pages.',
  files: 'Bytes of evidence, in.',
  queues: 'Where claims wait for review, and what each review asks for.',
  reviews: 'Rounds of review, and taking the next claim.',
  assignments: 'A member’s turn at a review, worked under a lease.',
  'routing-rules': 'Which claims go to which queue.',
  'rating-scale': 'The ratings a verdict may give.',
  publications: 'What the world is told of a verdict.',
  feeds: 'What a workspace has published, open to everybody.',
  events: 'Everything that happened, in one order.',
  heads: 'What the record came to, sealed day by day.',
  stats: 'Counts and times for dashboards.',
  webhooks: 'Telling other programs what happens.',
  imports: 'Claims in bulk, in.',
  exports: 'Claims in bulk, out.',
  'rating-words': 'The words by which other publishers rate, and what they mean on your scale.',
  health: 'Whether the server runs and can answer.',
};

// Words of addresses that belong to a noun of another name.
const ALSO: Record<string, string> = {
  me: 'workspace',
  workflow: 'workspace',
  session: 'sessions',
  deliveries: 'webhooks',
  captures: 'evidence',
  'claim-review': 'publications',
};

// Of these, what follows in the address says only of what they tell: /stats/claims.
const LEADING = new Set(['session', 'stats', 'exports', 'imports', 'feeds', 'events', 'health']);

/** The last noun that the address names: /claims/{id}/statements is about statements. */
export function tagOf(path: string): string {
  const words = segments(path).filter((word) => !word.startsWith('{'));
  const [first = 'workspace'] = words;
  const nouns = words.map((word) => ALSO[word] ?? word);
  if (LEADING.has(first)) return ALSO[first] ?? first;
  return nouns.findLast((noun) => TAGS[noun] !== undefined) ?? first;
}

/** `claims_submit`: the noun of the address and the method of the controller. */
export function nameOfOperation(path: string, method: string): string {
  const noun = tagOf(path).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${noun}_${method}`;
}

/** What an address's parameter is; ids are UUIDs and named after the word before them. */
export function pathParameter(path: string, name: string): object {
  if (name !== 'id') return { description: `The ${name} in question.` };
  const words = path.split('/');
  const before = words[words.indexOf('{id}') - 1] ?? 'resources';
  const noun = before.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', ' ');
  return {
    description: `Id of the ${noun}.`,
    schema: { type: 'string', format: 'uuid' },
    example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60',
  };
}

function segments(path: string): string[] {
  return path
    .replace(/^\/api\/v\d+/, '')
    .split('/')
    .filter((word) => word !== '');
}
