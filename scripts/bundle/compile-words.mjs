import { fileURLToPath } from 'node:url'
import compile from 'icu-minify/compile'

/**
 * A loader of next.config.ts: the words of messages/*.json as they are formatted, so that no browser has to be sent what
 * reads ICU's syntax.
 * @this {{ addDependency?: (path: string) => void } | void}
 * @param {string} source JSON
 * @returns {string} a module
 */
export default function compileWords(source) {
  this?.addDependency?.(fileURLToPath(import.meta.url))
  return `export default ${JSON.stringify(compiled(JSON.parse(source)))}`
}

/** @param {unknown} words @returns {unknown} */
function compiled(words) {
  if (typeof words === 'string') return compile(words)
  if (typeof words !== 'object' || words === null) throw new Error('Words are texts in groups')
  return Object.fromEntries(Object.entries(words).map(([name, part]) => [name, compiled(part)]))
}
