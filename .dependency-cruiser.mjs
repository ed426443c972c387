// What each room of the house may import (docs/explanation/architecture.md). An allow-list: what no rule allows is an error.
const spec = '(\\.spec\\.ts$|/testing/|^tests/|^bench/)';
const builtin = { dependencyTypes: ['core'] };

/** Files of `from` may import `to` (paths of ours), and libraries that match `libraries`. */
const room = (from, to, libraries = '.*') => [
  { from: { path: from, pathNot: spec }, to: { path: to } },
  { from: { path: from, pathNot: spec }, to: { path: `node_modules/(${libraries})(/|$)` } },
];
const withNode = (from) => ({ from: { path: from, pathNot: spec }, to: builtin });

const contracts = '^backend/contracts/';
const feature = '^backend/src/features/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-the-adapter-knows-the-client',
      severity: 'error',
      comment:
        'The store is spoken to through the port; the client stays in one folder (its message classes also serve the embedded server).',
      from: {
        path: '^(backend|crawler)/',
        pathNot: '^backend/event-log/(eventstoredb|embedded|testing)/|\\.spec\\.ts$',
      },
      to: { path: 'node_modules/@eventstore/' },
    },
    {
      name: 'features-meet-in-events',
      severity: 'error',
      from: { path: feature, pathNot: '\\.spec\\.ts$' },
      to: { path: '^backend/src/features/', pathNot: '^backend/src/features/$1/' },
    },
    {
      name: 'deciders-are-pure',
      severity: 'error',
      from: { path: '\\.decider\\.ts$' },
      // Of the log they know the shape of an event alone; beside it the plain values of their own slice.
      to: {
        pathNot: `${contracts}|^backend/event-log/event-log\\.ts$|^backend/src/features/[^.]+\\.ts$`,
      },
    },
    {
      name: 'projections-touch-nothing-but-sql',
      severity: 'error',
      from: { path: '^backend/src/features/.*\\.projection\\.ts$' },
      to: {
        path: 'node_modules/(@nestjs|bullmq|ioredis|@mikro-orm)|^backend/(event-log/(eventstoredb|embedded|codec)|src/platform)|^crawler/',
      },
    },
    {
      name: 'questions-do-not-read-the-log',
      severity: 'error',
      // How the log itself is doing is the one thing that health asks it.
      from: { path: '\\.(query|controller)\\.ts$', pathNot: '^backend/src/features/(health|operations)/' },
      to: { path: '^backend/event-log/', pathNot: '^backend/event-log/errors\\.ts$' },
    },
    {
      name: 'commands-load-no-rows',
      severity: 'error',
      from: { path: '\\.command\\.ts$' },
      to: { path: 'node_modules/@mikro-orm|\\.entity\\.ts$' },
    },
    {
      name: 'parsers-are-pure',
      severity: 'error',
      from: { path: '^crawler/.*\\.parser\\.ts$' },
      to: {
        path: 'node_modules/(?!cheerio|htmlparser2|zod|domhandler)|^backend/(?!contracts/)|^crawler/src/(jobs|browsing|recording)/',
      },
    },
    {
      name: 'only-recording-appends',
      severity: 'error',
      from: { path: '^crawler/src/', pathNot: '^crawler/src/(recording/|main\\.ts|jobs/)|\\.spec\\.ts$' },
      to: { path: '^backend/event-log/' },
    },
    {
      name: 'charts-have-one-importer',
      severity: 'error',
      from: { path: '^frontend/', pathNot: '^frontend/src/app/ui/charts/' },
      to: { path: 'node_modules/@swimlane/' },
    },
    {
      name: 'specs-alone-import-testing',
      severity: 'error',
      from: { pathNot: spec },
      to: { path: '/testing/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { pathNot: '\\.spec\\.ts$' },
      to: { path: '/(main|main\\.[a-z]+|cli)\\.ts$' },
    },
    {
      name: 'nobody-imports-bench',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
  ],
  allowed: [
    { from: { path: spec }, to: {} },
    ...room(contracts, contracts, 'zod|uuid'),
    ...room(
      '^backend/event-log/(codec|eventstoredb|sharing|[^/]+\\.ts)',
      `${contracts}|^backend/event-log/(codec|eventstoredb|sharing|[^/]+\\.ts)`,
      'zod|uuid|@eventstore|google-protobuf|@grpc',
    ),
    withNode('^backend/event-log/'),
    ...room(
      '^backend/event-log/embedded/',
      '^backend/event-log/embedded/',
      '@eventstore|google-protobuf|@grpc',
    ),
    ...room(
      '^backend/following/',
      `${contracts}|^backend/following/|^backend/migrations/|^backend/event-log/[^/]+\\.ts$`,
      '@mikro-orm|pg|kysely|zod',
    ),
    withNode('^backend/following/'),
    ...room('^backend/migrations/', '^backend/migrations/', '@mikro-orm'),
    ...room(
      '^backend/src/platform/',
      `${contracts}|^backend/src/platform/|^backend/following/|^backend/event-log/`,
    ),
    withNode('^backend/src/'),
    ...room(
      feature,
      `${contracts}|^backend/src/features/|^backend/src/platform/|^backend/following/|^backend/event-log/[^/]+\\.ts$`,
    ),
    ...room('^backend/src/(cli/)?[^/]+\\.ts$', '^backend/|^crawler/src/marketplaces/parse-saved-page\\.ts$'),
    ...room(
      '^backend/local-servers/',
      `${contracts}|^backend/local-servers/|^backend/event-log/|^backend/following/|^backend/migrations/`,
    ),
    withNode('^backend/local-servers/'),
    ...room('^crawler/src/', `${contracts}|^crawler/src/|^backend/event-log/`),
    withNode('^crawler/src/'),
    ...room('^frontend/', '^frontend/'),
  ],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${import.meta.dirname}/tsconfig.json` },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
