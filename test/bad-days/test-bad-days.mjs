import { execFileSync, spawnSync } from 'node:child_process'
import { one, sum } from '../run/tally.mjs'

/** What has to be seen on each day, of what play.mjs tells; see "Bad days" in docs/operations.md. */
const expected = {
  'disk full, embedded': {
    refused: 503,
    ready: 503,
    live: 200,
    page: 200,
    again: 202,
    missing: 0,
    ended: true,
  },
  'start on a full disk, embedded': { isReady: false, saysWhy: true },
  'start on a read-only disk, embedded': { isReady: false, saysWhy: true },
  'disk full, PostgreSQL': { refused: 503, ready: 503, live: 200, again: 202, missing: 0, ended: true },
  'clock +0y, embedded': { ready: 200, live: 200, page: 200, stored: 202, ended: true },
  'clock +3y, embedded': { ready: 200, live: 200, page: 200, stored: 202, ended: true },
  'clock -3y, embedded': { ready: 200, live: 200, page: 200, stored: 202, ended: true },
}

/** A process of its own sees file systems that nobody else does, and that are gone with it. */
const alone = ['--mount', '--propagation', 'private']

/**
 * Plays bad days, and prints what was seen. A day counts as one test.
 * @returns {import('../run/tally.mjs').Counts}
 */
export function testBadDays() {
  if (spawnSync('unshare', [...alone, 'true']).status !== 0) {
    console.log('NO FILE SYSTEMS CAN BE MOUNTED HERE: not run')
    return process.env.REQUIRE_POSTGRES ? one(false, 'no file systems can be mounted here') : sum([])
  }
  const program = [...alone, process.execPath, 'test/bad-days/play.mjs']
  const said = execFileSync('unshare', program, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  /** @type {Map<string, Record<string, unknown>>} */
  const seen = new Map()
  for (const line of said.split('\n').filter((text) => text.startsWith('{"day"'))) {
    const { day, ...what } = JSON.parse(line)
    seen.set(day, what)
  }
  return sum(
    Object.entries(expected).map(([day, wanted]) => {
      const what = seen.get(day) ?? {}
      const isAsWanted = Object.entries(wanted).every(([name, value]) => what[name] === value)
      console.log(`  ${isAsWanted ? 'passed' : 'FAILED'}  ${day}: ${JSON.stringify(what)}`)
      return one(isAsWanted, day)
    }),
  )
}
