/*
 * The house. A floor imports only floors below it; inside a floor rooms stand in the written order; the rooms of
 * outputs do not know each other. Foreign keys obey the same order, so imports and data cannot disagree.
 */
const FLOORS = [
  ['base', null],
  ['record', ['workspaces', 'events', 'feed', 'heads', 'policy']],
  ['access', ['accounts', 'members', 'api-keys', 'sessions', 'admission', 'idempotency']],
  [
    'facts',
    [
      'parties',
      'sources',
      'corroboration',
      'claims',
      'files',
      'evidence',
      'captures',
      'statements',
      'similar',
      'telling',
    ],
  ],
  ['reviews', ['ratings', 'queues', 'routing', 'rounds', 'decisions', 're-reviews']],
  ['outputs', null],
  ['exchange', ['exports', 'external-reviews', 'imports']],
];

const floorRules = FLOORS.slice(0, -1).map(([floor], i) => ({
  name: `floor-${floor}-knows-nothing-above`,
  comment: `${floor} is floor ${i}. When it must make a higher floor act, it appends an event and subscriptions.ts says which job wakes up.`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: {
    path: `^src/(${FLOORS.slice(i + 1)
      .map(([name]) => name)
      .join('|')})/`,
  },
}));

const roomRules = FLOORS.filter(([, rooms]) => rooms !== null).flatMap(([floor, rooms]) =>
  rooms.slice(0, -1).map((room, i) => ({
    name: `room-${floor}-${room}-knows-no-later-room`,
    comment: `Rooms of ${floor} stand in the order ${rooms.join(' < ')}; a call that touches two stands in the later one.`,
    severity: 'error',
    from: { path: `^src/${floor}/${room}/` },
    to: { path: `^src/${floor}/(${rooms.slice(i + 1).join('|')})/` },
  })),
);

module.exports = {
  forbidden: [
    ...floorRules,
    ...roomRules,
    {
      name: 'outputs-are-strangers',
      comment: 'Rooms of outputs do not know each other; what two of them need stands on a floor below.',
      severity: 'error',
      from: { path: '^src/outputs/([^/]+)/' },
      to: { path: '^src/outputs/([^/]+)/', pathNot: '^src/outputs/$1/' },
    },
    {
      name: 'no-import-of-the-top',
      comment: 'Only src/*.ts sees everything, so nothing below may import it.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'a-room-has-a-front-door',
      comment: 'A room is entered by its service, entity, rules or module; its controller is its own affair.',
      severity: 'error',
      from: { path: '^src/([^/]+)/([^/]+)/' },
      to: { path: '\\.controller\\.ts$', pathNot: '^src/$1/$2/' },
    },
    {
      name: 'the-rule-is-pure',
      comment: 'origins/1 is a pure function: no Nest, no TypeORM, no input or output.',
      severity: 'error',
      from: {
        path: '^src/facts/corroboration/',
        pathNot: ['\\.repository\\.ts$', '\\.entity\\.ts$', '\\.spec\\.ts$'],
      },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Imports run the way foreign keys run, and those have no cycles.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports does nothing; delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/main\\.ts$', '\\.spec\\.ts$'] },
      to: {},
    },
    {
      name: 'no-dev-dependencies-in-src',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'], conditionNames: ['import', 'default', 'types'] },
  },
};
