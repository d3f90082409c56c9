import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

/** The one without a window first: it has no browser's own pages to draw. */
const names = [
  ...['chromium-headless-shell', 'chrome-headless-shell'],
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'],
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, Playwright's own, the system's, else one that is
 * installed now (by apt as root, by Playwright otherwise).
 * @returns {string | null} the program, or null where none can be had
 */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return there(process.env.CHROMIUM_PATH)
  return there(chromium.executablePath()) ?? onSystem() ?? install()
}

function there(/** @type {string} */ path) {
  return existsSync(path) ? path : null
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...places].find(existsSync) ?? null
}

function install() {
  console.log('  no Chromium here: installing one')
  const root = process.getuid?.() === 0
  if (
    root &&
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell')
  ) {
    return onSystem()
  }
  run(process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium')
  return there(chromium.executablePath())
}

function run(/** @type {string} */ program, /** @type {string[]} */ ...args) {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
  return status === 0
}
