import fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { settleStatement } from './embedded-session'
import { openEmbedded } from './open-embedded'

const { writeSync, statfsSync } = fs

/** The disk of a folder: full for what is there beside the reserve, until there is room. */
function fillDisk(dataDir: string) {
  let isFull = true
  const reserve = join(dataDir, 'database.reserve')
  const fails = (code: string) => Object.assign(new Error(code), { code })
  const write: unknown = vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
    if (isFull && fs.existsSync(reserve)) throw fails('ENOSPC')
    return Reflect.apply(writeSync, fs, args)
  })
  const free: unknown = vi.spyOn(fs, 'statfsSync').mockImplementation((...args: unknown[]) => {
    const found = Reflect.apply(statfsSync, fs, args)
    return isFull ? { ...found, bavail: 0 } : found
  })
  void [write, free]
  return {
    reserve,
    makeRoom: () => {
      isFull = false
    },
  }
}

describe('the embedded database on a disk that becomes full', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = newDataFolder()
    vi.spyOn(log, 'error').mockReturnValue(undefined)
    vi.spyOn(log, 'warn').mockReturnValue(undefined)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    fs.rmSync(dataDir, { recursive: true })
  })

  it('ends what was begun with the space that was kept, then writes nothing, reads on, and writes when there is room', async () => {
    const { pool, close } = await openEmbedded(dataDir)
    await pool.query('CREATE TABLE kept (n int)')
    const disk = fillDisk(dataDir)
    await pool.query('INSERT INTO kept VALUES (1)')
    expect(fs.existsSync(disk.reserve)).toBe(false)
    await expect(pool.query('INSERT INTO kept VALUES (2)')).rejects.toMatchObject({ code: '25006' })
    expect((await pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }])
    await pool.query('CHECKPOINT')

    disk.makeRoom()
    await expect
      .poll(
        () =>
          pool.query('INSERT INTO kept VALUES (3)').then(
            () => 'stored',
            () => 'refused',
          ),
        { timeout: 10_000 },
      )
      .toBe('stored')
    expect(fs.existsSync(disk.reserve)).toBe(true)
    await close()
  })

  it('writes down what came of an attempt while the disk is full, and nothing else before or after', async () => {
    const { pool, close } = await openEmbedded(dataDir)
    await pool.query('CREATE TABLE kept (n int)')
    fillDisk(dataDir)
    await pool.query('INSERT INTO kept VALUES (1)')
    const write = (name: string, n: number) =>
      pool.query({ name, text: 'INSERT INTO kept VALUES ($1)', values: [n] })
    for (let n = 2; n < 4; n++) {
      await write(settleStatement, n)
      await expect(write('claim', n)).rejects.toMatchObject({ code: '25006' })
      await expect(pool.query('INSERT INTO kept VALUES (9)')).rejects.toMatchObject({ code: '25006' })
    }
    expect((await pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    await close()
  })

  it('says at the start that the disk is full, because nothing could be stored', async () => {
    const disk = fillDisk(dataDir)
    await expect(openEmbedded(dataDir)).rejects.toThrow(
      /^DATA_DIR: the disk of \S+ is full: make room, and start again$/,
    )
    disk.makeRoom()
    await (await openEmbedded(dataDir)).close()
  })

  it('ends the process where its log cannot be written, answers nobody any more, and has what was acknowledged at the next start', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    const { pool, close } = await openEmbedded(dataDir)
    await pool.query('CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    const broken = vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
      // What PGlite prints.
      if (args[0] === 1 || args[0] === 2) return Reflect.apply(writeSync, fs, args)
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' })
    })
    await expect(pool.query('INSERT INTO kept VALUES (2)')).rejects.toThrow()
    for (const statement of ['SELECT 1', 'ROLLBACK', 'INSERT INTO kept VALUES (3)'])
      await expect(pool.query(statement)).rejects.toThrow()
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, 'SIGTERM')
    await expect(close()).rejects.toThrow(/^The embedded database had ended: /)

    broken.mockRestore()
    const again = await openEmbedded(dataDir)
    expect((await again.pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }])
    await again.close()
  })
})
