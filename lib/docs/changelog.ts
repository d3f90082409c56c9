import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiChanges } from './reference'

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
