/*
 * The desk, bottom to top. What several pages show stands in parts (it knows no claim) or claim (it does); a page knows
 * no other page.
 */
const FLOORS = ['api', 'parts', 'session', 'shell', 'claim', 'pages'];

module.exports = {
  forbidden: [
    ...FLOORS.slice(0, -1).map((floor, i) => ({
      name: `web-${floor}-knows-nothing-above`,
      comment: `The desk stands in the order ${FLOORS.join(' < ')}.`,
      severity: 'error',
      from: { path: `^web/src/${floor}/` },
      to: { path: `^web/src/(${FLOORS.slice(i + 1).join('|')})/` },
    })),
    {
      name: 'pages-are-strangers',
      comment: 'A page is read when it is shown; what two of them need stands in parts or claim.',
      severity: 'error',
      from: { path: '^web/src/pages/([^/]+)/' },
      to: { path: '^web/src/pages/([^/]+)/', pathNot: '^web/src/pages/$1/' },
    },
    {
      name: 'the-desk-knows-the-server-by-its-api-alone',
      comment: 'The desk speaks through the client whose types come from openapi.json.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test|migrations)/' },
    },
    { name: 'web-no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'web-no-orphans',
      comment: 'A file that nothing imports does nothing; delete it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^web/src/',
        pathNot: ['main\\.tsx$', '\\.d\\.ts$', '\\.css$', '\\.json$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
};
