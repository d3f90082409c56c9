/** Fails where messages/sv.json and messages/en.json do not have the same keys and arguments. */
import { readFileSync } from 'node:fs'
import { messageDifferences } from './check/message-differences.mjs'

const [swedish, english] = ['sv', 'en'].map((language) =>
  JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8')),
)
const differences = messageDifferences(swedish, english)
for (const line of differences) console.error(`messages: ${line}`)
process.exit(differences.length > 0 ? 1 : 0)
