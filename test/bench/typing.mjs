import { chromium } from 'playwright'
import { findChromium } from '../e2e/find-chromium.mjs'
import { startServer } from '../e2e/start-server.mjs'
import { valueAt } from '../measure/percentile.mjs'

/**
 * From a key to the end of the frame in which the message beside the form has it, in ms.
 * @typedef {{ page: string, slowdown: number, keys: number, p50: number, p95: number }} Typed
 */

/** Keys come this far apart, in ms: as of a person who types fast, and not a multiple of what a frame takes. */
const betweenKeys = 93
const words = [
  ['Förnamn', 'Karl-Erik Hjalmar'],
  ['Efternamn', 'Andersson Lindqvist'],
  ['Övrigt', 'Bortrest till den 1 mars, ring helst efter sex'],
]

/** A field and a line of text that says what is typed: what the browser and the machine take by themselves. */
const plainPage = `<!doctype html><input aria-label="Övrigt"><p role="region"></p><script>
  const [field, line] = document.body.children
  field.addEventListener('input', () => { line.textContent = field.value })
</script>`

/**
 * Types into a plain page, into the form, and into a form that was sent half-filled (where each key is checked too), by
 * turns, with the processor as it is and four times slower.
 * @param {{ rounds: number }} options
 * @returns {Promise<Typed[]>}
 */
export async function measureTyping({ rounds }) {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium here')
  const server = await startServer()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    const plain = await browser.newPage()
    await plain.setContent(plainPage)
    const form = await openForm(browser, server.address)
    const wrong = await openForm(browser, server.address)
    await wrong.getByRole('button', { name: 'Skicka lead' }).click()
    await wrong.getByText(/fält behöver rättas/).waitFor()
    const pages = { plain, form, 'form with errors': wrong }
    /** @type {Typed[]} */
    const measured = []
    for (const slowdown of [1, 4]) {
      /** @type {Record<string, number[]>} */
      const taken = { plain: [], form: [], 'form with errors': [] }
      for (let round = -1; round < rounds; round++)
        for (const [name, page] of Object.entries(pages)) {
          await page.bringToFront()
          const session = await page.context().newCDPSession(page)
          await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
          const times = await typeInto(page, name === 'plain' ? words.slice(2) : words)
          await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
          await session.detach()
          // The first round is there to get warm.
          if (round >= 0) taken[name]?.push(...times)
        }
      for (const [page, times] of Object.entries(taken)) {
        const [p50, p95] = [valueAt(times, 0.5), valueAt(times, 0.95)]
        measured.push({ page, slowdown, keys: times.length, p50, p95 })
      }
    }
    return measured
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** @param {import('playwright').Browser} browser @param {string} address */
async function openForm(browser, address) {
  const page = await browser.newPage({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } })
  await page.goto(`${address}/leads/new`)
  await page
    .getByRole('button', { name: /Leadkälla/ })
    .filter({ hasText: 'Real AI' })
    .waitFor()
  return page
}

/**
 * Types words into emptied fields.
 * @param {import('playwright').Page} page @param {string[][]} fields
 * @returns {Promise<number[]>} what each key took, in ms
 */
async function typeInto(page, fields) {
  for (const [label = ''] of fields) await page.getByLabel(label).fill('')
  await page.evaluate(watchKeys)
  for (const [label = '', text = ''] of fields) {
    await page.getByLabel(label).focus()
    await page.keyboard.type(text, { delay: betweenKeys })
    // What is not in the message within this time is counted with what it took so far.
    await page.waitForTimeout(10 * betweenKeys)
  }
  return page.evaluate(() => Reflect.get(window, 'takenByKeys').splice(0))
}

/**
 * Runs in the page: notes for each key the time from it to the end of the first frame after the message's next change.
 * A blank changes nothing that is seen, and is not counted.
 */
function watchKeys() {
  if (Reflect.has(window, 'takenByKeys')) return
  /** @type {number[]} */
  const taken = []
  Reflect.set(window, 'takenByKeys', taken)
  /** @type {number | null} */
  let pressed = null
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.key.length === 1 && event.key !== ' ' ? event.timeStamp : null
    },
    true,
  )
  const message =
    document.querySelector('[aria-label="Meddelande till mäklaren"]') ?? document.querySelector('p')
  if (!message) throw new Error('There is no message')
  new MutationObserver(() => {
    if (pressed === null) return
    const began = pressed
    pressed = null
    requestAnimationFrame(() => {
      const painted = new MessageChannel()
      painted.port1.onmessage = () => taken.push(performance.now() - began)
      painted.port2.postMessage(null)
    })
  }).observe(message, { childList: true, characterData: true, subtree: true })
}
