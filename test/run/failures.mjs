import { relative } from 'node:path'
import { firstLine } from './tally.mjs'

/** How often a unit test or a journey that failed is tried again: as often as TEST_RETRIES says, and never where it does not. */
export const retries = Number(process.env.TEST_RETRIES || 0)

/**
 * @typedef {{ testResults: { name: string, status: string, message: string, assertionResults: UnitTest[] }[] }} UnitReport
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] | null }} UnitTest
 * @typedef {{ suites: Suite[], errors: { message: string }[] }} JourneyReport
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ file: string, title: string, ok: boolean, tests: JourneyTest[] }} Spec
 * @typedef {{ status?: string, results: { error?: { message?: string } }[] }} JourneyTest
 * @typedef {{ failures: string[], again: string[] }} Named again: what passed when it was tried once more
 */

/**
 * What failed as Vitest's JSON tells it: each test, and each file that could not be read, with the first line of why.
 * @param {UnitReport} report
 * @returns {Named}
 */
export function failedUnitTests({ testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [asLine(fileOf(name), '', message)]
    return failed.map((test) => unitLine(name, test))
  })
  const again = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.[0])
      .map((test) => unitLine(name, test)),
  )
  return { failures, again }
}

const fileOf = (/** @type {string} */ name) => relative(process.cwd(), name)
const unitLine = (/** @type {string} */ name, /** @type {UnitTest} */ { fullName, failureMessages }) =>
  asLine(fileOf(name), fullName, failureMessages?.[0])

/**
 * What failed as Playwright's JSON tells it, and what kept it from running at all.
 * @param {JourneyReport} report
 * @returns {Named}
 */
export function failedJourneys({ suites, errors }) {
  const all = suites.flatMap(specsIn)
  const unread = errors.map(({ message }) => firstLine(plain(message)))
  const again = all.filter(({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky'))
  return {
    failures: [...unread, ...all.filter(({ ok }) => !ok).map(journeyLine)],
    again: again.map(journeyLine),
  }
}

/** @returns {Spec[]} */
const specsIn = (/** @type {Suite} */ { specs, suites = [] }) => [...specs, ...suites.flatMap(specsIn)]

function journeyLine(/** @type {Spec} */ { file, title, tests }) {
  const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []))
  return asLine(`e2e/${file}`, title, errors[0])
}

/** @param {string} file @param {string} test @param {string} [why] */
function asLine(file, test, why = '') {
  return [file, test, firstLine(plain(why))].filter(Boolean).join(' > ')
}

/** Colours are for a terminal. */
function plain(/** @type {string} */ text) {
  return text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
}
