/** As Lighthouse's phone: four times slower, at 1.6 Mbit/s, 150 ms away. */
const devices = {
  phone: { slowdown: 4, bytesPerSecond: 1_600_000 / 8, roundTripMs: 150, width: 412, height: 823 },
  desktop: { slowdown: 1, bytesPerSecond: -1, roundTripMs: 0, width: 1350, height: 940 },
}
/** So long nothing may be fetched, and the page has time to become busy, before it counts as loaded; in ms. */
const quietMs = 2_000
/** A slowed browser on a machine that does other things takes longer than anybody would wait; in ms. */
const longestMs = 180_000

/** @typedef {keyof typeof devices} Device */
/**
 * What loading a page cost: bytes as they came over the line without headers, times in ms.
 * @typedef {{ script: number, html: number, all: number, requests: number, firstPaint: number, largestPaint: number,
 *   blocking: number, shift: number }} Loaded
 */

/**
 * Loads a page in a browser that has nothing of it yet.
 * @param {import('playwright').Browser} browser
 * @param {{ url: string, device: Device }} options
 * @returns {Promise<Loaded>}
 */
export async function loadPage(browser, { url, device }) {
  const { slowdown, bytesPerSecond, roundTripMs, width, height } = devices[device]
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width, height } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const throughput = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond }
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: roundTripMs, ...throughput },
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(watchLoading)
    await page.goto(url, { waitUntil: 'networkidle', timeout: longestMs })
    await page.waitForTimeout(quietMs)
    return await page.evaluate(sumUp)
  } finally {
    await context.close()
  }
}

/** Runs in the page before its own scripts. */
function watchLoading() {
  const seen = { largestPaint: 0, shift: 0, tasks: /** @type {{ start: number, ms: number }[]} */ ([]) }
  Reflect.set(window, 'seenLoading', seen)
  const watch = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  watch('largest-contentful-paint', (entry) => {
    seen.largestPaint = entry.startTime
  })
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value
  })
  watch('longtask', (entry) => seen.tasks.push({ start: entry.startTime, ms: entry.duration }))
}

/** Runs in the page once it is loaded. A task blocks for what it takes beyond 50 ms, of what is after the first paint. */
function sumUp() {
  const { largestPaint, shift, tasks } = Reflect.get(window, 'seenLoading')
  const [page] = performance.getEntriesByType('navigation')
  const html = page instanceof PerformanceNavigationTiming ? page.encodedBodySize : 0
  const parts = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
  const sum = (/** @type {PerformanceResourceTiming[]} */ entries) =>
    entries.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0)
  const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
  return {
    script: sum(parts.filter(({ name }) => new URL(name).pathname.endsWith('.js'))),
    html,
    all: html + sum(parts),
    requests: parts.length + 1,
    firstPaint,
    largestPaint,
    blocking: tasks.reduce(
      (/** @type {number} */ total, /** @type {{ start: number, ms: number }} */ { start, ms }) =>
        total + Math.max(0, start + ms - Math.max(start, firstPaint) - 50),
      0,
    ),
    shift,
  }
}
