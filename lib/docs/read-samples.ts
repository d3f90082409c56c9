import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiChanges, Samples } from './reference'

/** Programs that a client is begun with, in the languages that most write one in; the tests run each. */
const sampleFiles = {
  sendWithCurl: 'send-lead.sh',
  sendWithPython: 'send_lead.py',
  sendWithTypeScript: 'send-lead.ts',
  sendGenerated: 'generated-client.ts',
  reconcile: 'reconcile.py',
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

/** What samples name in place of ids of a service. */
const exampleIds = { customer: 'ABC123', leadSource: 'LEAD456' }

/** Vitec's ids of a customer and of a lead source of its. */
export type SampleIds = { customer: string; leadSource: string }

/** What no service takes, so that who forgot to put their own in is told of it. */
export const placeholders: SampleIds = { customer: '<your customer_id>', leadSource: '<your lead_id>' }

/** The samples with ids that a service has, or with placeholders. */
export function withIds(samples: Samples, ids: SampleIds): Samples {
  const entries = Object.entries(samples).map(([name, text]) => [
    name,
    text.replaceAll(exampleIds.customer, ids.customer).replaceAll(exampleIds.leadSource, ids.leadSource),
  ])
  // The names are those that came in.
  return Object.fromEntries(entries) as Samples
}

/** What CHANGELOG.md says of the API, under the folder that the service runs in. */
export const readApiChanges = (root = process.cwd()): ApiChanges[] =>
  apiChanges(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))

/** The entries under `### API` of each version that has any, in the order of the changelog: newest first. */
export function apiChanges(changelog: string): ApiChanges[] {
  const versions = changelog.split(/^## /m).slice(1)
  return versions.flatMap((text) => {
    const [, version = '', date = null] = /^\[([^\]]+)\](?: - (\S+))?/.exec(text) ?? []
    const [, part = ''] = /^### API\n(.*?)(?=^### |$(?![\s\S]))/ms.exec(text) ?? []
    const entries = part.split(/^- /m).slice(1)
    if (entries.length === 0) return []
    return { version, date, entries: entries.map((entry) => entry.trim().replaceAll(/\s*\n\s*/g, ' ')) }
  })
}
