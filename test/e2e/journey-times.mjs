import { relative } from 'node:path'
import { addJourneyTimes } from '../run/times.mjs'

/** What a step of Playwright's waits for, by how it begins; the first that fits. */
const kinds = /** @type {const} */ ([
  [
    'servers of their own, sign-ins and other preparations',
    /^(before|after)(All|Each) hook|^Before Hooks$|^After Hooks$|^Worker Cleanup$/i,
  ],
  ['a new browser or page', /^(Fixture|Launch|Create (context|page))|fixture: /i],
  ['pages that load', /^(Navigate|page\.(goto|reload|goBack))/i],
  ['what is expected to come', /^(Expect|expect)|^Wait for/i],
  ['answers of the API', /^(GET|POST|PUT|PATCH|DELETE|apiRequestContext)/i],
  ['clicks and typing', /^(Click|Fill|Press|Type|Check|Select|Focus|Hover|locator\.|keyboard\.)/i],
])

/** Notes for `npm test -- --times` what each file of journeys waits for. */
export default class JourneyTimes {
  /** @type {Map<string, import('../run/times.mjs').JourneyTime>} */
  #files = new Map()

  /** @param {import('playwright/types/testReporter').TestCase} test @param {import('playwright/types/testReporter').TestResult} result */
  onTestEnd(test, result) {
    const file = relative(process.cwd(), test.location.file)
    const time = this.#files.get(file) ?? { file, ms: 0, waits: {} }
    this.#files.set(file, time)
    time.ms += result.duration
    const spans = result.steps.flatMap(spansOf)
    for (const kind of new Set(spans.map((span) => span.kind)))
      time.waits[kind] = (time.waits[kind] ?? 0) + together(spans.filter((span) => span.kind === kind))
  }

  onEnd() {
    addJourneyTimes([...this.#files.values()])
  }
}

/** @typedef {{ kind: string, from: number, to: number }} Span a wait, in ms */

/**
 * A step's wait, or those of what it consists of: a hook that starts a server is one wait, a step of a test many.
 * @returns {Span[]}
 */
function spansOf(/** @type {import('playwright/types/testReporter').TestStep} */ step) {
  const isGroup = step.category === 'test.step' || /^(Before|After) Hooks$/.test(step.title)
  if (isGroup) return step.steps.flatMap(spansOf)
  const kind = kinds.find(([, pattern]) => pattern.test(step.title))?.[0] ?? 'the rest'
  const from = step.startTime.getTime()
  return [{ kind, from, to: from + Math.max(step.duration, 0) }]
}

/** How long it took in all: what is waited for at the same time counts once. */
function together(/** @type {Span[]} */ spans) {
  let [total, until] = [0, 0]
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(to - Math.max(from, until), 0)
    until = Math.max(until, to)
  }
  return total
}
