/** Fails where messages/sv.json and messages/en.json do not have the same keys and arguments, or have unread ones. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { messageDifferences, textsByKey } from './check/message-differences.mjs'
import { unreadMessages } from './check/unread-messages.mjs'
import { productFiles } from './shape/product-code.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [swedish, english] = ['sv', 'en'].map((language) =>
  JSON.parse(readFileSync(`${root}/messages/${language}.json`, 'utf8')),
)
const wrong = [
  ...messageDifferences(swedish, english),
  ...unreadMessages([...textsByKey(swedish).keys()], productFiles(root)).map((key) => `nothing reads ${key}`),
]
for (const line of wrong) console.error(`messages: ${line}`)
process.exit(wrong.length > 0 ? 1 : 0)
