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
import { notHad } from './check/checks.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { openapiDocument } = await tsImport('../lib/openapi/openapi-document.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
const file = join(folder, 'openapi.json')
writeFileSync(file, JSON.stringify(openapiDocument()))

const redocly = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))
const spectral = ['npx', '-y', '-p', '@stoplight/spectral-cli@6.16.3', 'spectral']
/** What npm may take to bring it, in ms, and how often it is asked. */
const patience = 120_000
const tries = 2

/** @param {string[]} command @param {{ stdio: 'inherit' | 'ignore' }} options */
function run([program = '', ...args], { stdio }) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    // What Spectral brings needs no install script.
    env: {
      ...process.env,
      npm_config_ignore_scripts: 'true',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    },
    stdio,
    timeout: patience,
  })
  return status
}

function lint() {
  if (!process.argv.includes('--spectral'))
    return run([process.execPath, redocly, 'lint', file], { stdio: 'inherit' })
  const isHad = Array.from({ length: tries }).some(
    () => run([...spectral, '--version'], { stdio: 'ignore' }) === 0,
  )
  if (!isHad) return notHad
  return run([...spectral, 'lint', '-r', '.spectral.yaml', '--fail-severity=hint', file], {
    stdio: 'inherit',
  })
}

const status = lint()
if (status === notHad) console.log('SPECTRAL CANNOT BE HAD FROM NPM HERE: it was not asked')
rmSync(folder, { recursive: true })
process.exit(status ?? 1)
