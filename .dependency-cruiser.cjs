/**
 * The arrow: app → components → lib, and in lib: adapters → core. Around it, in the same process: server.
 * scripts/check/arrow.test.ts plants a violation of every rule and sees it found.
 */
const test = '[.]test[.]tsx?$'
const testing = '^lib/[^/]+/(testing|conformance|delivery)/'
const concepts =
  '(leads|deliveries|bulk-sends|sending|environments|customers|people|api-keys|privacy|audit|rate-limits|idempotency|backups|alerts|mail|system)'
/** Rules and use cases of the concepts; what reads or writes for them stands in a folder of its own. */
const core = `^lib/(validation/|time/|${concepts}/(?!store/|ledger/|smtp/|channels/))`
const stores = '^lib/[^/]+/store/'
const adapters =
  '^lib/(vitec|db|jobs|api|auth/(?!identity|permissions|return-to)|openapi|privacy/ledger|mail/smtp|alerts/channels|webhooks/receiver)/'
/**
 * What the server around Next has in common with the application: settings, codes of refusals, headers, the log, what is noted
 * and measured of a request.
 */
const serverGround =
  '^(lib/(env|errors|front-headers|log|request-notes|version|environments/environment|metrics/process-metrics)[.]ts|next[.]config[.]ts|package[.]json)$'
const composition = '^lib/composition/'

/** A package as it stands in node_modules. */
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'What depends on itself cannot be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that is not found would escape every other rule.',
      severity: 'error',
      // What this one imports is made where it is compiled.
      from: { pathNot: '^docs/samples/generated-client[.]ts$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'core-is-pure',
      comment: 'The core says what a lead is and what becomes of it, on any server, database or screen.',
      severity: 'error',
      from: { path: core, pathNot: [test, testing] },
      to: {
        path: [
          adapters,
          stores,
          npm(
            'next',
            'react',
            'react-dom',
            '@prisma',
            'pg',
            'pg-boss',
            'better-auth',
            'undici',
            'pino',
            'nodemailer',
          ),
        ],
      },
    },
    {
      name: 'stores-are-put-in',
      comment:
        'What a use case reads and writes is handed to it; only what puts the parts together names a store.',
      severity: 'error',
      from: { path: '^lib/', pathNot: [composition, stores, '^lib/db/', test, testing] },
      to: { path: stores },
    },
    {
      name: 'lib-is-below',
      comment: 'lib serves screens and routes, and knows none of them.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components-are-below',
      comment: 'A component is placed by app, and does not know where.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'components-stay-in-the-browser',
      comment: 'Server code that a component reaches, by whatever way, ends up in the bundle or breaks it.',
      severity: 'error',
      from: { path: '^components/', pathNot: test },
      to: {
        reachable: true,
        path: [
          adapters,
          stores,
          '^lib/(vault/|(env|env-fields|log)[.]ts$)',
          composition,
          npm('server-only', '@prisma', '@zxcvbn-ts', 'pg', 'pg-boss', 'undici', 'pino'),
        ],
      },
    },
    {
      name: 'primitives-know-no-domain',
      comment: 'What a button or a field is does not depend on leads.',
      severity: 'error',
      from: { path: '^components/(ui|form)/' },
      to: {
        path: ['^components/(?!ui/|form/)', '^lib/'],
        pathNot: '^lib/(validation|time|i18n|api-client)/',
      },
    },
    {
      name: 'routes-take-what-is-put-together',
      comment: 'Routes and pages get stores and jobs from lib/composition, which decides which ones.',
      severity: 'error',
      from: { path: '^app/', pathNot: test },
      to: { path: ['^lib/(db|jobs)/', stores, npm('@prisma', 'pg', 'pg-boss')] },
    },
    {
      name: 'composition-is-on-top',
      comment: 'Only routes, pages and the start know which parts were put together.',
      severity: 'error',
      from: { pathNot: ['^app/', composition, '^instrumentation[.]ts$', test, '^test/'] },
      to: { path: composition },
    },
    {
      name: 'server-is-around',
      comment: 'What stands in front of Next is there before the application, and when that fails.',
      severity: 'error',
      from: { path: '^server/', pathNot: test },
      to: { pathNot: ['^server/', serverGround, npm('next')], dependencyTypesNot: ['core'] },
    },
    {
      name: 'server-is-outside',
      comment: 'What is bundled has no door of its own; it is handed over to the one there is.',
      severity: 'error',
      from: { pathNot: ['^server/', '^instrumentation[.]ts$'] },
      to: { path: '^server/' },
    },
    {
      name: 'only-stores-know-prisma',
      comment: 'Everything else sees plain types, so that a query can change without them.',
      severity: 'error',
      from: { pathNot: ['^lib/db/', stores, '^prisma[./]', '^scripts/', test, 'node_modules'] },
      to: { path: ['^lib/db/generated/', npm('@prisma')] },
    },
    {
      name: 'only-jobs-knows-pg-boss',
      comment: 'The job engine can be replaced in one folder.',
      severity: 'error',
      from: { pathNot: ['^lib/jobs/', 'node_modules'] },
      to: { path: npm('pg-boss') },
    },
    {
      name: 'only-auth-knows-better-auth',
      comment: 'How people sign in can be replaced in one folder.',
      severity: 'error',
      from: { pathNot: ['^lib/auth/', 'node_modules'] },
      to: { path: npm('better-auth', '@better-auth') },
    },
    {
      name: 'product-needs-no-dev-tools',
      comment: 'What only tests and builds need is not there in production.',
      severity: 'error',
      from: { path: '^(app|components|lib|server)/', pathNot: [test, testing] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated/'] },
    exclude: { path: '^[.]next/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
