import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { DatabaseError } from '../database-error'
import { openEmbedded } from './open-embedded'

/** A process takes seconds to start. */
const rounds = process.env.TEST_ALL ? 3 : 1

describe('the embedded database on disk', () => {
  const dataDir = newDataFolder()
  afterAll(() => fs.rmSync(dataDir, { recursive: true }))

  it('has every acknowledged row after its process was killed, and only whole ones', async () => {
    const acknowledged: number[] = []
    for (let round = 0; round < rounds; round++) {
      const child = startWriting()
      let left = 20 + 37 * round
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.push(Number(line))
        left -= 1
        if (left === 0) child.kill('SIGKILL')
      }
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * 20)

    const { pool, close } = await openEmbedded(dataDir)
    const { rows } = await pool.query<{ number: number; text: string }>(
      'SELECT * FROM written ORDER BY number',
    )
    await close()
    expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(acknowledged))
    expect(rows.every(({ number, text }) => text === `row ${number}`)).toBe(true)
  }, 120_000)

  it('refuses a second process while the first runs', async () => {
    const child = startWriting()
    await once(child.stdout, 'data')
    const error = await openEmbedded(dataDir).catch((reason) => reason)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error.message).toMatch(new RegExp(`^DATA_DIR is in use by process ${child.pid} `))
  }, 60_000)

  it('syncs to the disk before it acknowledges a commit', async () => {
    const { pool, close } = await openEmbedded(dataDir)
    const sync = vi.spyOn(fs, 'fsyncSync')
    await pool.query('INSERT INTO written VALUES (-1)')
    expect(sync).toHaveBeenCalled()
    sync.mockClear()
    await pool.query('SELECT * FROM written')
    expect(sync).not.toHaveBeenCalled()
    sync.mockRestore()
    await close()
  }, 60_000)

  it('starts over when its process was killed while it made its files', async () => {
    const other = join(dataDir, 'cut-off')
    fs.mkdirSync(join(other, 'database'), { recursive: true })
    fs.writeFileSync(join(other, 'database', 'PG_VERSION'), '18\n')
    fs.writeFileSync(join(other, 'database.unfinished'), '')
    const { pool, close } = await openEmbedded(other)
    expect((await pool.query('SELECT 1 AS ok')).rows).toEqual([{ ok: 1 }])
    await close()
    const lock = process.platform === 'linux' ? [] : ['database.lock']
    expect(fs.readdirSync(other)).toEqual(['database', ...lock, 'database.reserve'])
  }, 60_000)

  function startWriting(): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
    const script = new URL('../../../test/support/database/write-rows.ts', import.meta.url).pathname
    const args = ['--import', 'tsx', script, dataDir]
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  }
})
