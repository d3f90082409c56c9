/**
 * Bad days, played on file systems of this process's own (`unshare --mount`): prints what was seen, a line of JSON each.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { leadBody } from '../crash/load.mjs'
import { shortWaits, spawnServer, startServer } from '../e2e/start-server.mjs'
import { startPostgres } from '../support/postgres.mjs'

const disk = mkdtempSync(join(tmpdir(), 'lead-api-disk-'))
const faketime = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
/** In ms: what is full, and has room again, is known within that. */
const known = 20_000
const quiet = { LOG_LEVEL: 'silent' }

const say = (/** @type {string} */ day, /** @type {Record<string, unknown>} */ seen) =>
  console.log(JSON.stringify({ day, ...seen }))

const mount = (/** @type {string[]} */ ...args) => execFileSync('mount', args)

/** A disk of so many MB, for as long as this process is there. */
function makeDisk(/** @type {string} */ megabytes) {
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=1777`, 'tmpfs', disk)
  return () => execFileSync('umount', ['--lazy', disk])
}

/** Leaves so many bytes free; returns how to make room. */
function fillUp(/** @type {string} */ name, /** @type {number} */ free) {
  const { bavail, bsize } = statfsSync(disk)
  const file = join(disk, name)
  const size = bavail * bsize - free
  if (size > 0) writeFileSync(file, Buffer.alloc(size))
  return () => rmSync(file, { force: true })
}

let number = 0

/** @returns {Promise<{ http: number, id: string | null }>} http 0 where there was no answer */
async function store(/** @type {string} */ address) {
  const lead = leadBody({ lastName: `Dag${number++}`, customerId: 'ABC123' })
  const headers = { 'Content-Type': 'application/json', Prefer: 'respond-async' }
  // Long, so that a small disk is soon full.
  const body = JSON.stringify({ ...lead, more: 'x'.repeat(12_000) })
  try {
    const answer = await fetch(`${address}/api/lead`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(10_000),
    })
    return { http: answer.status, id: (await answer.json()).id ?? null }
  } catch {
    return { http: 0, id: null }
  }
}

const ask = (/** @type {string} */ address, /** @type {string} */ path) =>
  fetch(`${address}${path}`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    () => 0,
  )

/** What it says while it is so. */
async function look(/** @type {string} */ address) {
  return {
    ready: await ask(address, '/api/health/ready'),
    live: await ask(address, '/api/health/live'),
    page: await ask(address, '/leads'),
  }
}

async function until(/** @type {string} */ address, /** @type {number} */ status) {
  const began = performance.now()
  while (performance.now() - began < known) {
    if ((await ask(address, '/api/health/ready')) === status) return Math.round(performance.now() - began)
    await delay(200)
  }
  return null
}

/** Stores until nothing more is taken; answers what was acknowledged, and how the first that was not was answered. */
async function storeUntilRefused(/** @type {string} */ address) {
  /** @type {string[]} */
  const ids = []
  for (let count = 0; count < 3_000; count++) {
    const { http, id } = await store(address)
    if (id === null) return { ids, refused: http }
    ids.push(id)
  }
  return { ids, refused: null }
}

async function countMissing(/** @type {string} */ address, /** @type {string[]} */ ids) {
  let missing = 0
  for (const id of ids) if ((await ask(address, `/api/lead/${id}`)) !== 200) missing += 1
  return missing
}

async function diskFull(
  /** @type {string} */ day,
  /** @type {import('../e2e/start-server.mjs').Options} */ options,
) {
  const server = await startServer({ ...options, settings: quiet })
  const { address } = server
  const makeRoom = fillUp('ballast', 3_000_000)
  const { ids, refused } = await storeUntilRefused(address)
  const makeAllRoom = fillUp('more', 0)
  const notReadyMs = await until(address, 503)
  const full = await look(address)
  makeAllRoom()
  makeRoom()
  const readyAfterMs = await until(address, 200)
  const again = (await store(address)).http
  const missing = await countMissing(address, ids)
  const ended = await server.stop()
  say(day, { acknowledged: ids.length, refused, ...full, notReadyMs, readyAfterMs, again, missing, ended })
}

/** Whether the log's line says why it does not start, in words that name the disk. */
async function saysAtStart(/** @type {RegExp} */ cause) {
  const server = await spawnServer({ dataDir, settings: quiet })
  const isReady = await server.ready()
  await server.stop().catch(() => undefined)
  const said = /"reason":"([^"]*)","msg":"Lead API did not start"/.exec(server.said())?.[1] ?? ''
  return { isReady, said, saysWhy: cause.test(said) }
}

const dataDir = join(disk, 'data')
let unmount = makeDisk('110')
mkdirSync(dataDir)
await diskFull('disk full, embedded', { dataDir })
rmSync(`${dataDir}/database.reserve`)
const makeRoom = fillUp('ballast', 0)
say('start on a full disk, embedded', await saysAtStart(/the disk of .* is full/))
makeRoom()
mount('-o', 'remount,ro', disk)
say('start on a read-only disk, embedded', await saysAtStart(/read-only|EROFS/))
unmount()

unmount = makeDisk('220')
process.env.TMPDIR = disk
const postgres = await startPostgres({ isDurable: true })
process.env.TMPDIR = ''
if (postgres) {
  await diskFull('disk full, PostgreSQL', { databaseUrl: postgres.url })
  await postgres.stop()
}
unmount()
rmSync(disk, { recursive: true, force: true })

if (existsSync(faketime)) {
  const folder = mkdtempSync(join(tmpdir(), 'lead-api-clock-'))
  for (const ahead of ['+0y', '+3y', '-3y']) {
    const settings = { LD_PRELOAD: faketime, FAKETIME: ahead, DONT_FAKE_MONOTONIC: '1', LOG_LEVEL: 'warn' }
    const server = await startServer({ dataDir: folder, settings, waits: shortWaits })
    const { http } = await store(server.address)
    const asked = await fetch(`${server.address}/api/health/live`)
    const year = new Date(asked.headers.get('date') ?? 0).getFullYear() - new Date().getFullYear()
    // The first look at what is due comes within that.
    await delay(3_000)
    const warned = [...server.said().matchAll(/"msg":"([^"]*)"/g)].map(([, msg]) => msg)
    say(`clock ${ahead}, embedded`, {
      ...(await look(server.address)),
      year,
      stored: http,
      warned: [...new Set(warned)],
      ended: await server.stop(),
    })
  }
  rmSync(folder, { recursive: true, force: true })
}

// What asked a server that did not start whether it is ready would go on for minutes.
process.exit()
