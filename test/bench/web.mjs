import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { pack } from '../../scripts/start/build.mjs'
import { runNode } from '../../scripts/start/child.mjs'
import { findChromium } from '../e2e/find-chromium.mjs'
import { startProgram } from '../e2e/start-program.mjs'
import { startServer } from '../e2e/start-server.mjs'
import { loadPage } from './page-load.mjs'

/** @typedef {import('./page-load.mjs').Loaded} Loaded */
/** @typedef {import('./page-load.mjs').Device} Device */
/** @typedef {{ page: string, device: Device, loaded: Loaded }} Measured */

const leads = 60
const closed = { REQUIRE_SIGN_IN: 'true', AUTH_SECRET: 'a secret that is known to everybody who reads this' }
const emptyPage = 'an empty page'

/**
 * Loads pages of the product, and an empty page of the same stack, one after the other in every round.
 * @param {{ rounds: number, only: string[], shutdown: import('../../scripts/start/shutdown.mjs').Shutdown }} options
 *   `only`: words of the names of pages; all pages where there are none
 * @returns {Promise<Measured[]>}
 * @throws {Error} where there is no browser
 */
export async function measureWeb({ rounds, only, shutdown }) {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium here')
  await buildEmptyApp(shutdown)
  const [open, asking] = [await startServer(), await startServer({ settings: closed })]
  const empty = await startProgram('test/bench/empty-page.mjs')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const stopAll = async () => {
    await browser.close()
    await Promise.all([open.stop(), asking.stop(), empty.stop()])
  }
  const stopBefore = shutdown.before(stopAll)
  try {
    const record = await fill(open.address)
    const urls = Object.entries({
      [emptyPage]: `${empty.address}/`,
      'sign-in': `${asking.address}/sign-in`,
      'the log': `${open.address}/leads`,
      'a new lead': `${open.address}/leads/new`,
      'a record': `${open.address}/leads/${record}`,
      customers: `${open.address}/customers`,
      ...Object.fromEntries(
        ['people', 'api-keys', 'sending', 'alerts', 'privacy', 'audit', 'system'].map((name) => [
          `settings: ${name}`,
          `${open.address}/settings/${name}`,
        ]),
      ),
    }).filter(([page]) => page === emptyPage || only.length === 0 || only.some((word) => page.includes(word)))
    /** @type {Measured[]} */
    const measured = []
    // The first round is there to get the servers warm.
    for (const [, url] of urls) await loadPage(browser, { url, device: 'desktop' })
    for (let round = 1; round <= rounds; round++) {
      console.log(`  round ${round} of ${rounds}`)
      for (const device of /** @type {const} */ (['phone', 'desktop']))
        for (const [page, url] of urls)
          measured.push({ page, device, loaded: await loadPage(browser, { url, device }) })
    }
    return measured
  } finally {
    stopBefore()
    await stopAll()
  }
}

/** @param {import('../../scripts/start/shutdown.mjs').Shutdown} shutdown */
async function buildEmptyApp(shutdown) {
  const root = fileURLToPath(new URL('empty-app', import.meta.url))
  const next = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url))
  await runNode('next build', [next, 'build', root], { shutdown, env: { NODE_ENV: 'production' } })
  await pack(`${root}/.next/static`)
}

/** Hands leads in, and resolves to the id of one. */
async function fill(/** @type {string} */ address) {
  const { tsImport } = await import('tsx/esm/api')
  const { exampleRequest } = await tsImport('../../lib/openapi/lead-examples.ts', import.meta.url)
  let record = ''
  for (let number = 0; number < leads; number++) {
    const person = { ...exampleRequest.person, last_name: `Andersson ${number}` }
    const answer = await fetch(`${address}/api/lead`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...exampleRequest, person }),
    })
    const { id } = await answer.json()
    if (typeof id !== 'string') throw new Error(`A lead was answered with ${answer.status}`)
    record = id
  }
  return record
}
