import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { seconds } from '../../scripts/start/step.mjs'

/**
 * @typedef {{ file: string, imports: number, tests: number, hooks: number }} UnitTime one file of unit tests, in ms
 * @typedef {{ file: string, ms: number, waits: Record<string, number> }} JourneyTime one file of journeys: how long they
 *   took together, and of that how long they waited for what, in ms
 */

const folder = 'test-results'
const places = { unit: `${folder}/unit-times.json`, journeys: `${folder}/journey-times.json` }

/** @param {UnitTime[]} times */
export function writeUnitTimes(times) {
  write(places.unit, times)
}

/** Adds to those of the runs before: journeys run on one database after the other. @param {JourneyTime[]} times */
export function addJourneyTimes(times) {
  write(places.journeys, [...readJourneyTimes(), ...times])
}

/** @returns {UnitTime[]} */
export function readUnitTimes() {
  return read(places.unit)
}

/** @returns {JourneyTime[]} */
export function readJourneyTimes() {
  return read(places.journeys)
}

/** Those of a run before are not this run's. */
export function forgetTimes() {
  for (const place of Object.values(places)) if (existsSync(place)) write(place, [])
}

function write(/** @type {string} */ place, /** @type {unknown} */ times) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(place, JSON.stringify(times))
}

function read(/** @type {string} */ place) {
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : []
}

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

function total(/** @type {UnitTime[]} */ times, /** @type {(time: UnitTime) => number} */ of) {
  return times.reduce((sum, time) => sum + of(time), 0)
}

function largest(/** @type {{ name: string, ms: number }[]} */ rows) {
  return rows.toSorted((a, b) => b.ms - a.ms)
}

function table(/** @type {string} */ title, /** @type {{ name: string, ms: number }[]} */ rows) {
  const lines = rows.map(({ name, ms }) => `| ${name} | ${seconds(ms).trim()} |`)
  return ['', `| ${title} | time |`, '| --- | --- |', ...lines].join('\n')
}
