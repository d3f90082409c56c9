import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

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
