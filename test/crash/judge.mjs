import { one, sum } from '../run/counts.mjs'
import { asText, isGood } from './verdict.mjs'

/**
 * Prints what a test found, and counts it as one. Without PostgreSQL it was not run, which is a failure where
 * REQUIRE_POSTGRES is set.
 * @param {import('./verdict.mjs').Finding[] | null} findings null: there is no PostgreSQL
 * @returns {import('../run/counts.mjs').Counts}
 */
export function judge(findings) {
  console.log(findings ? asText(findings) : '  NO POSTGRESQL HERE: not run')
  if (findings) return one(isGood(findings))
  return process.env.REQUIRE_POSTGRES ? one(false) : sum([])
}
