/**
 * `npm run icons`: the product's mark in every form that browsers and phones ask for, from public/icon.svg.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { findChromium } from '../test/e2e/find-chromium.mjs'

const folder = fileURLToPath(new URL('../public/', import.meta.url))
const mark = readFileSync(`${folder}icon.svg`, 'utf8')
/** The colour of the mark's ground, which fills what a phone cuts to a shape of its own. */
const ground = /fill="(#[0-9a-f]{6})"/.exec(mark)?.[1]
if (ground === undefined) throw new Error('public/icon.svg has no ground')

/** `inset`: how much of each edge is ground alone: a phone may cut away a tenth there. */
const pictures = [
  { name: 'icon-192.png', size: 192, inset: 0, isFilled: false },
  { name: 'icon-512.png', size: 512, inset: 0, isFilled: false },
  { name: 'icon-maskable-512.png', size: 512, inset: 0.1, isFilled: true },
  { name: 'apple-touch-icon.png', size: 180, inset: 0, isFilled: true },
]

const executablePath = findChromium()
if (executablePath === null) throw new Error('There is no Chromium here')
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
const page = await browser.newPage()
for (const { name, size, inset, isFilled } of pictures)
  writeFileSync(folder + name, await draw(size, inset, isFilled))
writeFileSync(`${folder}favicon.ico`, icoOf(await draw(32, 0, false), 32))
await browser.close()

async function draw(
  /** @type {number} */ size,
  /** @type {number} */ inset,
  /** @type {boolean} */ isFilled,
) {
  await page.setViewportSize({ width: size, height: size })
  const drawn = Math.round(size * (1 - 2 * inset))
  await page.setContent(`<!doctype html><style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; ${isFilled ? `background: ${ground};` : ''} }
    svg { width: ${drawn}px; height: ${drawn}px }
  </style>${mark}`)
  return page.screenshot({ omitBackground: true })
}

/** A favicon.ico of one picture, which may be a PNG as it is. @param {Buffer} png @param {number} size */
function icoOf(png, size) {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.set([size, size, 0, 0, 1, 0, 32, 0], 6)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
