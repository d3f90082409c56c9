import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Samples } from './reference'

/** Programs that a client is begun with, in the languages that most write one in; the tests run each. */
const sampleFiles = {
  sendWithCurl: 'send-lead.sh',
  sendWithPython: 'send_lead.py',
  sendWithTypeScript: 'send-lead.ts',
  sendGenerated: 'generated-client.ts',
  verifyWithPython: 'verify_webhook.py',
  verifyWithTypeScript: 'verify-webhook.ts',
} as const satisfies Samples

/** The samples as they stand in `docs/samples`, under the folder that the service runs in. */
export function readSamples(root = process.cwd()): Samples {
  const entries = Object.entries(sampleFiles).map(([name, file]) => [
    name,
    readFileSync(join(root, 'docs/samples', file), 'utf8').trimEnd(),
  ])
  // The names are those of the files above.
  return Object.fromEntries(entries) as Samples
}
