import { cpus, release, totalmem, type } from 'node:os'
import { valueAt } from '../measure/percentile.mjs'
import { webScore } from './web-score.mjs'

/** @typedef {import('./run-bench.mjs').Measured} Measured */
/** @typedef {import('./services.mjs').Load} Load */

/** What was measured when, on what. */
export function machine() {
  const [first] = cpus()
  const gib = Math.round(totalmem() / 2 ** 30)
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${cpus().length} cores (${first?.model.trim()}), ${gib} GiB, ${type()} ${release()}, Node ${process.version}`
}

/** Medians over the rounds, with the product's rate as a part of the others'. @param {Measured[]} measured */
export function loadTable(measured) {
  const rows = new Map(
    measured.map(({ what, callers }) => [`${what}, ${callers} callers`, { what, callers }]),
  )
  const head =
    '| Leads a second; CPU of one in node / in PostgreSQL | Product | Floor | Empty | Product ÷ floor | ÷ empty |'
  const body = [...rows].map(([name, { what, callers }]) => {
    const of = (/** @type {string} */ column) => {
      const loads = measured.filter(
        (one) => one.what === what && one.callers === callers && one.column === column,
      )
      return loads.length > 0 ? loads.map(({ load }) => load) : null
    }
    const [product, floor, empty] = ['product', 'floor', 'empty'].map(of)
    return `| ${[name, cell(product), cell(floor), cell(empty), ratio(product, floor), ratio(product, empty)].join(' | ')} |`
  })
  return [head, '|---|---|---|---|---|---|', ...body].join('\n')
}

/** @param {Awaited<ReturnType<typeof import('./run-bench.mjs').measureRest>>} rest */
export function restTable({ roundTripsPerLead, idlePerSecond, jobRowsPerLead, memoryMb }) {
  return [
    '| What | Measured |',
    '|---|---|',
    `| Round trips for a delivered lead | ${roundTripsPerLead.toFixed(2)} |`,
    `| Rows of jobs for a delivered lead | ${jobRowsPerLead.toFixed(2)} |`,
    `| Questions a second when nothing happens | ${idlePerSecond.toFixed(1)} |`,
    `| MB after 10,000 leads, on PostgreSQL / embedded | ${memoryMb.postgres.toFixed(0)} / ${memoryMb.embedded.toFixed(0)} |`,
  ].join('\n')
}

/** @param {Load[] | null | undefined} loads @param {'perSecond' | 'nodeMs' | 'postgresMs'} what */
function median(loads, what) {
  const values = (loads ?? []).map((load) => load[what]).sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? Number.NaN
}

const cell = (/** @type {Load[] | null | undefined} */ loads) =>
  loads
    ? `${median(loads, 'perSecond').toFixed(0)}; ${median(loads, 'nodeMs').toFixed(2)} / ${median(loads, 'postgresMs').toFixed(2)} ms`
    : ''

/** @param {Load[] | null | undefined} product @param {Load[] | null | undefined} other */
const ratio = (product, other) =>
  other ? (median(product, 'perSecond') / median(other, 'perSecond')).toFixed(2) : ''

/** @typedef {(what: keyof import('./page-load.mjs').Loaded) => number} MedianOf */

/** Of the medians. @param {MedianOf} of @param {import('./page-load.mjs').Device} device */
const scoreOf = (of, device) => {
  const [firstPaint, largestPaint] = [of('firstPaint'), of('largestPaint')]
  return webScore({ firstPaint, largestPaint, blocking: of('blocking'), shift: of('shift') }, device).toFixed(
    0,
  )
}

/**
 * Medians over the rounds; with what the empty page of the same run took.
 * @param {import('./web.mjs').Measured[]} measured
 */
export function webTable(measured) {
  const head = [
    '| Page | script, kB | HTML, kB | all, kB | requests | phone: score | first paint, ms | largest paint, ms | blocked, ms | desktop: score | largest paint, ms | blocked, ms | shift |',
    `|${'---|'.repeat(13)}`,
  ]
  const of = (/** @type {string} */ page, /** @type {string} */ device) => {
    const loads = measured.filter((one) => one.page === page && one.device === device)
    return (/** @type {keyof import('./page-load.mjs').Loaded} */ what) =>
      valueAt(
        loads.map(({ loaded }) => loaded[what]),
        0.5,
      )
  }
  const [empty = ''] = measured.map(({ page }) => page)
  const body = [...new Set(measured.map(({ page }) => page))].map((page) => {
    const [phone, desktop] = [of(page, 'phone'), of(page, 'desktop')]
    const [emptyPhone, emptyDesktop] = [of(empty, 'phone'), of(empty, 'desktop')]
    const beside = (/** @type {number} */ value, /** @type {number} */ other) =>
      page === empty ? value.toFixed(0) : `${value.toFixed(0)} (${(value / other).toFixed(1)} ×)`
    const kb = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(0)
    const cells = [
      `${kb(phone('script'))}${page === empty ? '' : ` (${(phone('script') / emptyPhone('script')).toFixed(1)} ×)`}`,
      ...[kb(phone('html')), kb(phone('all')), phone('requests')],
      scoreOf(phone, 'phone'),
      phone('firstPaint').toFixed(0),
      beside(phone('largestPaint'), emptyPhone('largestPaint')),
      phone('blocking').toFixed(0),
      scoreOf(desktop, 'desktop'),
      beside(desktop('largestPaint'), emptyDesktop('largestPaint')),
      ...[desktop('blocking').toFixed(0), Math.max(phone('shift'), desktop('shift')).toFixed(3)],
    ]
    return `| ${[page, ...cells].join(' | ')} |`
  })
  return [...head, ...body].join('\n')
}
