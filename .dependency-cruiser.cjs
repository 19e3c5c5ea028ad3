/**
 * Who may import whom: the table "Who may import whom" of the architecture, as rules.
 * `path` and `pathNot` are regular expressions on paths from the project root; `$1` is the first group of `from`.
 * Each rule is seen to fail on a planted fault in tests/architecture/boundaries.test.ts: a new rule needs a new fault there.
 */
const src = '^src/';
const npm = '(^|/)node_modules/';

/** Packages with a home: they are imported from this folder (or file) and nowhere else in src. */
const homes = [
  { packages: ['botbuilder', 'botframework-[^/]+', '@microsoft/teams-ai'], home: '^src/adapters/teams/' },
  { packages: ['@microsoft/microsoft-graph-client', '@azure/identity'], home: '^src/adapters/sharepoint/' },
  { packages: ['docx', 'mammoth', 'pdf-lib', '@myriaddreamin/[^/]+'], home: '^src/adapters/documents/' },
  { packages: ['nodemailer'], home: '^src/adapters/mail/' },
  { packages: ['diff'], home: '^src/adapters/text-difference/' },
  { packages: ['pg', 'kysely'], home: '^src/adapters/store/' },
];

const homeRules = homes.map(({ packages, home }) => ({
  name: `at-home-only-${packages[0].replace(/\W+/g, '-').replace(/^-/, '')}`,
  severity: 'error',
  comment: 'An SDK lives in one adapter, so that replacing it is a change of one folder.',
  from: { path: src, pathNot: home },
  to: { path: `${npm}(${packages.join('|')})(/|$)` },
}));

/** @type {(layer: string, mayImport: string, why: string) => object} */
const layer = (name, mayImport, comment) => ({
  name: `${name}-imports-only-what-it-may`,
  severity: 'error',
  comment,
  from: { path: `^src/${name}/` },
  to: { pathNot: mayImport },
});

module.exports = {
  forbidden: [
    layer(
      'domain',
      `^src/domain/|${npm}zod/`,
      'The domain is pure: itself and zod, so that a rule can be read and tried alone.',
    ),
    layer(
      'ports',
      '^src/(domain|ports)/',
      'A port speaks the words of the domain: no SDK, HTTP or SQL type crosses it.',
    ),
    layer(
      'presentation',
      '^src/(domain|ports|presentation)/',
      'Texts are made of what they are given, nothing else.',
    ),
    {
      name: 'presentation-knows-ports-by-type-only',
      severity: 'error',
      comment: 'It words the views that ports name (decision 002); it calls nothing and so stays pure.',
      from: { path: '^src/presentation/' },
      to: { path: '^src/ports/', dependencyTypesNot: ['type-only'] },
    },
    layer('application', '^src/(domain|ports|application)/', 'A use case reaches the world through ports.'),
    {
      name: 'adapters-know-use-cases-by-type-only',
      severity: 'error',
      comment:
        'Use cases are handed to an adapter by main.ts; an adapter that makes its own cannot be tried without it.',
      from: { path: '^src/adapters/' },
      to: { path: '^src/application/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-are-strangers',
      severity: 'error',
      comment: 'What two adapters share is a port. This keeps each of them replaceable.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'only-roots-see-adapters-and-config',
      severity: 'error',
      comment: 'main.ts, start-local.ts and cli.ts put the parts together; nobody reaches up to them.',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'roots-only-compose',
      severity: 'error',
      comment: 'A composition root puts parts together and does nothing itself; config.ts parses with zod.',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'], pathNot: `${npm}zod/` },
    },
    ...homeRules,
    {
      name: 'sqlite-in-stores-only',
      severity: 'error',
      comment: 'The event log is opened in one place, where WAL and synchronous=FULL are set and asserted.',
      from: { path: src, pathNot: '^src/adapters/(store|local-teams)/' },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'cards-for-teams-only',
      severity: 'error',
      comment: 'Card templates are expanded in adapters/teams; everybody else speaks in view-models.',
      from: { path: src, pathNot: '^src/adapters/teams/' },
      to: { path: '^cards/' },
    },
    {
      name: 'src-knows-no-tests',
      severity: 'error',
      comment: 'What runs in production does not lean on test support.',
      from: { path: src },
      to: { path: '^tests/' },
    },
    {
      name: 'no-dev-packages-in-src',
      severity: 'error',
      comment: 'A production install leaves devDependencies out.',
      from: { path: src },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file nobody imports is dead or was forgotten in a composition root.',
      from: { orphan: true, path: src, pathNot: '\\.d\\.ts$|^src/require-node\\.js$' },
      to: {},
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      comment: 'An import that cannot be resolved escapes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)fixtures/|^src/adapters/[^/]+/page/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
