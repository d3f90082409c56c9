import { seconds } from '../../scripts/start/step.mjs'
import { readJourneyTimes, readUnitTimes } from './times.mjs'

const mostFiles = 12

/**
 * Where the time went: by part, by file, and by what it was waited for. Journeys run two at a time, so that theirs add
 * up to about twice what passed.
 * @param {{ name: string, ms: number }[]} parts
 * @returns {string} tables in Markdown
 */
export function timesTable(parts) {
  const [units, journeys] = [readUnitTimes(), readJourneyTimes()]
  const unitWaits = [
    { name: 'unit tests: tests themselves', ms: total(units, ({ tests }) => tests) },
    { name: 'unit tests: new databases and other preparations', ms: total(units, ({ hooks }) => hooks) },
    { name: 'unit tests: imports', ms: total(units, ({ imports }) => imports) },
  ]
  /** @type {Record<string, number>} */
  const waits = {}
  for (const { waits: some } of journeys)
    for (const [kind, ms] of Object.entries(some)) waits[kind] = (waits[kind] ?? 0) + ms
  const journeyWaits = Object.entries(waits).map(([name, ms]) => ({ name: `journeys: ${name}`, ms }))
  const files = [
    ...units.map(({ file, imports, tests, hooks }) => ({ name: file, ms: imports + tests + hooks })),
    ...journeys.map(({ file, ms }) => ({ name: file, ms })),
  ]
  return [
    table('part', parts),
    table('what it was waited for', largest([...unitWaits, ...journeyWaits])),
    table('file', largest(files).slice(0, mostFiles)),
  ].join('\n')
}

function total(
  /** @type {import('./times.mjs').UnitTime[]} */ times,
  /** @type {(time: import('./times.mjs').UnitTime) => number} */ of,
) {
  return times.reduce((sum, time) => sum + of(time), 0)
}

function largest(/** @type {{ name: string, ms: number }[]} */ rows) {
  return rows.toSorted((a, b) => b.ms - a.ms)
}

function table(/** @type {string} */ title, /** @type {{ name: string, ms: number }[]} */ rows) {
  const lines = rows.map(({ name, ms }) => `| ${name} | ${seconds(ms).trim()} |`)
  return ['', `| ${title} | time |`, '| --- | --- |', ...lines].join('\n')
}
