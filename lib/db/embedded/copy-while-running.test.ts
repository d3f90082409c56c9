import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { makeThrowAway, openThrowAway } from '../dump/open-session'
import { openEmbedded } from './open-embedded'

const home = mkdtempSync(join(tmpdir(), 'lead-api-copy-'))
const dataDir = newDataFolder()
afterAll(() => {
  for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true })
})

it('copies one moment of a database that is written to, and a copy that lacks some of the log cannot be opened', async () => {
  const { pool, copyTo, close } = await openEmbedded(dataDir)
  await pool.query(
    'CREATE TABLE account (id int PRIMARY KEY, amount int, filler text); INSERT INTO account SELECT n, 100, repeat(md5(n::text), 30) FROM generate_series(1, 2000) n',
  )
  let [moved, isCopied] = [0, false]
  const moving = async () => {
    while (!isCopied) {
      const [from, to] = [1 + (moved % 2000), 1 + ((moved * 7 + 1) % 2000)]
      await pool.query(
        `BEGIN; UPDATE account SET amount = amount - 1 WHERE id = ${from}; UPDATE account SET amount = amount + 1 WHERE id = ${to};
         INSERT INTO account VALUES (${10_000 + moved}, 0, 'moved'); COMMIT`,
      )
      moved += 1
    }
  }
  const writing = moving()
  while (moved < 5) await new Promise(setImmediate)
  const before = moved
  await copyTo(join(home, 'copy'))
  isCopied = true
  await writing
  await copyTo(join(home, 'second'))
  await close()
  expect(moved).toBeGreaterThan(before)

  const { session, close: closeCopy } = await openThrowAway(join(home, 'copy'))
  const [found] = await session.rows<'sum' | 'moved'>(
    `SELECT sum(amount)::text AS sum, count(*) FILTER (WHERE filler = 'moved')::text AS moved FROM account`,
  )
  await closeCopy()
  expect(found?.sum).toBe('200000')
  expect(Number(found?.moved)).toBeGreaterThanOrEqual(before)
  expect(Number(found?.moved)).toBeLessThanOrEqual(moved)

  const log = join(home, 'second', 'pg_wal')
  for (const name of readdirSync(log)) if (name.length === 24) rmSync(join(log, name))
  await expect(openThrowAway(join(home, 'second'))).rejects.toThrow()
})

it('is made after one that could not be ended, too', async () => {
  const { pool, copyTo, close } = await openEmbedded(dataDir)
  await pool.query("SELECT pg_backup_start('not ended', true)")
  await copyTo(join(home, 'after'))
  await copyTo(join(home, 'after that'))
  await close()
  const { close: closeCopy } = await openThrowAway(join(home, 'after'))
  await closeCopy()
})

it('is given up where somebody takes the folder away meanwhile, and makes no other', async () => {
  const { copyTo, close } = await openEmbedded(dataDir)
  const copying = copyTo(join(home, 'taken'))
  await vi.waitUntil(() => existsSync(join(home, 'taken', 'base')), { interval: 1 })
  rmSync(join(home, 'taken'), { recursive: true })
  await expect(copying).rejects.toThrow('ENOENT')
  expect(existsSync(join(home, 'taken'))).toBe(false)
  await copyTo(join(home, 'taken'))
  await close()
})

it('is not begun where there is no room for it, nor over what is there', async () => {
  const { copyTo, close } = await openEmbedded(dataDir)
  await expect(copyTo(home)).rejects.toThrow()
  await close()
})

it('is restored where no other user can look, and through no link that someone has put there', async () => {
  const folder = join(home, 'restored')
  const { close } = await makeThrowAway(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  await close()
  symlinkSync(home, join(home, 'link'))
  await expect(makeThrowAway(join(home, 'link'))).rejects.toThrow('EEXIST')
})
