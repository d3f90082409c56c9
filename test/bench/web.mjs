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
 * @param {{ rounds: number, shutdown: import('../../scripts/start/shutdown.mjs').Shutdown }} options
 * @returns {Promise<Measured[]>}
 * @throws {Error} where there is no browser
 */
export async function measureWeb({ rounds, shutdown }) {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium here')
  await buildEmptyApp(shutdown)
  const [open, asking] = [await startServer(), await startServer({ settings: closed })]
  const empty = await startProgram('test/bench/empty-page.mjs')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    const record = await fill(open.address)
    const urls = {
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
    }
    /** @type {Measured[]} */
    const measured = []
    for (let round = -1; round < rounds; round++)
      for (const device of /** @type {const} */ (['phone', 'desktop']))
        for (const [page, url] of Object.entries(urls)) {
          // The first round is there to get the servers warm.
          if (round < 0 && device === 'phone') continue
          const loaded = await loadPage(browser, { url, device })
          if (round >= 0) measured.push({ page, device, loaded })
        }
    return measured
  } finally {
    await browser.close()
    await Promise.all([open.stop(), asking.stop(), empty.stop()])
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
