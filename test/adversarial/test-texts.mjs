import { tsImport } from 'tsx/esm/api'
import { one } from '../run/tally.mjs'

/**
 * Tries texts that are dear to badly written patterns wherever a stranger can write; prints what takes too long.
 * @returns {Promise<import('../run/tally.mjs').Counts>} one test
 */
export async function testTexts() {
  /** @type {typeof import('./try-texts')} */
  const { tryTexts } = await tsImport('./try-texts.ts', import.meta.url)
  const { tried, findings } = await tryTexts()
  for (const { place, pattern, size, ms, plainMs } of findings)
    console.log(
      `  ${place}: ${pattern} of ${size} take ${ms.toFixed(0)} ms, plain text ${plainMs.toFixed(0)} ms`,
    )
  console.log(`  ${tried} texts tried, ${findings.length} dearer than plain text of their size`)
  return one(
    tried > 0 && findings.length === 0,
    findings.map(({ place }) => place).join(', ') || 'no text was tried',
  )
}
