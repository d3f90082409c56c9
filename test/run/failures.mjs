import { relative } from 'node:path'
import { firstLine } from './tally.mjs'

/**
 * @typedef {{ testResults: { name: string, status: string, message: string, assertionResults: UnitTest[] }[] }} UnitReport
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] | null }} UnitTest
 * @typedef {{ suites: Suite[], errors: { message: string }[] }} JourneyReport
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ file: string, title: string, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} Spec
 */

/**
 * What failed as Vitest's JSON tells it: each test, and each file that could not be read, with the first line of why.
 * @param {UnitReport} report
 * @returns {string[]}
 */
export function failedUnitTests({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [asLine(file, '', message)]
    return failed.map(({ fullName, failureMessages }) => asLine(file, fullName, failureMessages?.[0]))
  })
}

/**
 * What failed as Playwright's JSON tells it, and what kept it from running at all.
 * @param {JourneyReport} report
 * @returns {string[]}
 */
export function failedJourneys({ suites, errors }) {
  return [...errors.map(({ message }) => firstLine(plain(message))), ...suites.flatMap(failedIn)]
}

/** @returns {string[]} */
function failedIn(/** @type {Suite} */ { specs, suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []))
      return asLine(`e2e/${file}`, title, errors[0])
    })
  return [...own, ...suites.flatMap(failedIn)]
}

/** @param {string} file @param {string} test @param {string} [why] */
function asLine(file, test, why = '') {
  return [file, test, firstLine(plain(why))].filter(Boolean).join(' > ')
}

/** Colours are for a terminal. */
function plain(/** @type {string} */ text) {
  return text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
}
