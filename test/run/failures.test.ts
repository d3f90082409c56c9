import { join } from 'node:path'
import { expect, it } from 'vitest'
import { failedJourneys, failedUnitTests } from './failures.mjs'

const at = (file: string) => join(process.cwd(), file)

it('names each failed unit test and the first line of why, because the end of a long log is all that some people have', () => {
  const failed = { fullName: 'adds up', status: 'failed', failureMessages: ['Error: 1 is not 2\n  at sum'] }
  const passed = { fullName: 'counts', status: 'passed', failureMessages: [] }
  const testResults = [
    { name: at('lib/a.test.ts'), status: 'failed', message: '', assertionResults: [passed, failed] },
    { name: at('lib/b.test.ts'), status: 'passed', message: '', assertionResults: [passed] },
  ]
  expect(failedUnitTests({ testResults })).toEqual({
    failures: ['lib/a.test.ts > adds up > Error: 1 is not 2'],
    again: [],
  })
})

it('names a file of unit tests that could not be read, though none of its tests is there to have failed', () => {
  const testResults = [
    { name: at('lib/c.test.ts'), status: 'failed', message: 'Cannot find x\nstack', assertionResults: [] },
  ]
  expect(failedUnitTests({ testResults }).failures).toEqual(['lib/c.test.ts > Cannot find x'])
})

it('names each failed journey however deep it is grouped, without the colours of a terminal', () => {
  const red = `${String.fromCharCode(27)}[31m`
  const spec = (title: string, ok: boolean) => ({
    ...{ file: 'leads/a.spec.ts', title, ok },
    tests: [{ results: [ok ? {} : { error: { message: `${red}Error: no such row\nmore` } }] }],
  })
  const suites = [{ specs: [spec('one', true)], suites: [{ specs: [spec('two', false)] }] }]
  expect(failedJourneys({ suites, errors: [{ message: 'No tests found\n' }] }).failures).toEqual([
    'No tests found',
    'e2e/leads/a.spec.ts > two > Error: no such row',
  ])
})

it('names what passed only when it was tried once more, because that is a fault that has not been found', () => {
  const shaky = { fullName: 'counts', status: 'passed', failureMessages: ['Error: too soon'] }
  const testResults = [
    { name: at('lib/a.test.ts'), status: 'passed', message: '', assertionResults: [shaky] },
  ]
  expect(failedUnitTests({ testResults })).toEqual({
    failures: [],
    again: ['lib/a.test.ts > counts > Error: too soon'],
  })
  const results = [{ error: { message: 'Error: no row' } }, {}]
  const specs = [{ file: 'leads/a.spec.ts', title: 'one', ok: true, tests: [{ status: 'flaky', results }] }]
  expect(failedJourneys({ suites: [{ specs }], errors: [] })).toEqual({
    failures: [],
    again: ['e2e/leads/a.spec.ts > one > Error: no row'],
  })
})
