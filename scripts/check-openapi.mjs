/**
 * Fails where the OpenAPI document, made from the product's own schemas, is not clean under `redocly lint`; with `--spectral`
 * under Spectral, which is had from npm for it: see docs/decisions/0103-spectral-is-had-when-it-is-asked.md.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'

const root = fileURLToPath(new URL('..', import.meta.url))
const { openapiDocument } = await tsImport('../lib/openapi/openapi-document.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
const file = join(folder, 'openapi.json')
writeFileSync(file, JSON.stringify(openapiDocument()))

const redocly = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))
const spectral = '@stoplight/spectral-cli@6.16.3'
const lint = process.argv.includes('--spectral')
  ? ['npx', '-y', '-p', spectral, 'spectral', 'lint', '-r', '.spectral.yaml', '--fail-severity=hint', file]
  : [process.execPath, redocly, 'lint', file]
const [program = '', ...args] = lint
const { status } = spawnSync(program, args, {
  cwd: root,
  // What Spectral brings needs no install script.
  env: {
    ...process.env,
    npm_config_ignore_scripts: 'true',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  },
  stdio: 'inherit',
})
rmSync(folder, { recursive: true })
process.exit(status ?? 1)
