import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const rules: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
)
const project = mkdtempSync(join(tmpdir(), 'arrow-'))
afterAll(() => rmSync(project, { recursive: true }))

const packages = ['next', 'undici', 'pg-boss', '@prisma/client', 'better-auth', 'vite']

/** One violation a line: the file, what it imports, the rule it breaks. */
const violations = [
  ['lib/leads/cycle-a.ts', './cycle-b', 'no-cycles'],
  ['lib/leads/gone.ts', './nowhere', 'resolvable'],
  ['lib/leads/framework.ts', 'next', 'core-is-pure'],
  ['lib/deliveries/adapter.ts', '@/lib/api/route', 'core-is-pure'],
  ['lib/time/sql.ts', '@/lib/db/store', 'core-is-pure'],
  ['lib/api/reader.ts', '@/lib/leads/store/read', 'stores-are-put-in'],
  ['lib/api/screen.ts', '@/components/leads/list', 'lib-is-below'],
  ['components/leads/up.ts', '@/app/page', 'components-are-below'],
  ['components/leads/server.ts', '@/lib/env', 'components-stay-in-the-browser'],
  ['components/leads/by-way-of-lib.ts', '@/lib/api-client/with-client', 'components-stay-in-the-browser'],
  ['components/ui/domain.ts', '@/lib/leads/lead', 'primitives-know-no-domain'],
  ['app/store.ts', '@/lib/leads/store/read', 'routes-take-what-is-put-together'],
  ['lib/api/composed.ts', '@/lib/composition/start', 'composition-is-on-top'],
  ['lib/api/prisma.ts', '@prisma/client', 'only-stores-know-prisma'],
  ['lib/api/generated.ts', '@/lib/db/generated/client', 'only-stores-know-prisma'],
  ['lib/api/boss.ts', 'pg-boss', 'only-jobs-knows-pg-boss'],
  ['lib/api/better-auth.ts', 'better-auth', 'only-auth-knows-better-auth'],
  ['lib/api/tool.ts', 'vite', 'product-needs-no-dev-tools'],
  ['server/deep.ts', '@/lib/leads/lead', 'server-is-around'],
  ['server/by-package.ts', 'undici', 'server-is-around'],
  ['app/door.ts', '@/server/gate', 'server-is-outside'],
] as const

const innocent = {
  'lib/leads/cycle-b.ts': "import './cycle-a'",
  'lib/api-client/with-client.ts': "import 'undici'",
  'lib/leads/lead.ts': '',
  'lib/leads/store/read.ts': "import '@/lib/db/generated/client'",
  'lib/api/route.ts': '',
  'lib/env.ts': '',
  'lib/composition/start.ts': "import '@/lib/leads/store/read'",
  'lib/db/store.ts': "import './generated/client'",
  'lib/db/generated/client.ts': '',
  'components/leads/list.ts': '',
  'app/page.ts': '',
  'app/composed.ts': "import '@/lib/composition/start'",
  'components/form/form.ts': "import '@/lib/validation/text'",
  'lib/validation/text.ts': '',
  'server/gate.ts': "import 'node:http'\nimport 'next'\nimport '@/lib/env'",
  'lib/vitec/client.ts': "import 'undici'\nimport '@/lib/leads/lead'",
  'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "paths": { "@/*": ["./*"] } } }',
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(packages.slice(0, -1).map((name) => [name, '1.0.0'])),
    devDependencies: { vite: '1.0.0' },
  }),
}

function plant(path: string, text: string) {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}

/** What the checker says of the planted project, as `file: rule`, once each. */
function found(): string[] {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [
    '--config',
    resolve('.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'app',
    'components',
    'lib',
    'server',
  ]
  const output = execFileSync(process.execPath, [program, ...args], { cwd: project, encoding: 'utf8' })
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } =
    JSON.parse(output)
  return [...new Set(summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`))]
}

it('finds a violation of every rule and nothing else, so that a silent checker is not taken for a clean house', () => {
  for (const name of packages) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }))
    plant(`node_modules/${name}/index.js`, '')
  }
  for (const [path, text] of Object.entries(innocent)) plant(path, text)
  for (const [path, imported] of violations) plant(path, `import '${imported}'`)

  expect(found().sort()).toEqual(violations.map(([path, , rule]) => `${path}: ${rule}`).sort())
  expect(new Set(violations.map(([, , rule]) => rule))).toEqual(
    new Set(rules.forbidden.map(({ name }) => name)),
  )
})
