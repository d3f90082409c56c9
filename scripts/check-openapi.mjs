/** Fails where the OpenAPI document, made from the product's own schemas, is not clean under `redocly lint`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'

const { openapiDocument } = await tsImport('../lib/openapi/openapi-document.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
const file = join(folder, 'openapi.json')
writeFileSync(file, JSON.stringify(openapiDocument()))

const redocly = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))
const { status } = spawnSync(process.execPath, [redocly, 'lint', file], {
  env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  stdio: 'inherit',
})
rmSync(folder, { recursive: true })
process.exit(status ?? 1)
