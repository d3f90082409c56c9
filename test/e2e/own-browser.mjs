import { chromium } from 'playwright'
import { findChromium } from './find-chromium.mjs'
import { startServer } from './start-server.mjs'

/**
 * The product with a data folder of its own, and a browser beside it; both are gone afterwards.
 * @template T
 * @param {Record<string, string>} settings
 * @param {(service: Service) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} where no browser can be had, and what `work` throws
 */
export async function withOwnBrowser(settings, work) {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium here: set CHROMIUM_PATH')
  const server = await startServer({ settings })
  try {
    const browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    try {
      return await work({
        address: server.address,
        newPage: (look) =>
          browser.newPage({
            ...{ baseURL: server.address, locale: 'sv-SE', timezoneId: 'Europe/Stockholm' },
            ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...look },
          }),
        order: (path, body) => order(server.address, path, body),
      })
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
}

/**
 * @param {string} address
 * @param {string} path
 * @param {object} body
 * @throws {Error} where nothing was made: a lead that Vitec refused has an id
 */
async function order(address, path, body) {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const made = await answer.json()
  if (made.id === undefined) throw new Error(`${path}: ${JSON.stringify(made)}`)
  return made
}

/**
 * @typedef {object} Service
 * @property {string} address
 * @property {(look?: import('playwright').BrowserContextOptions) => Promise<import('playwright').Page>} newPage
 * @property {(path: string, body: object) => Promise<Record<string, unknown>>} order posts to an address of the service, and gives its answer
 */
