import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  canIsolate,
  type FolderHolder,
  startHolder,
  startHolderElsewhere,
} from '@/test/support/database/folder-holder'
import { DatabaseError } from '../../database-error'
import { processStart } from './lock-holder'
import { takeFolderLock } from './take-folder-lock'

const isLinux = process.platform === 'linux'

describe('the lock of a data folder', () => {
  let folder: string
  let database: string
  let lock: string
  let holders: FolderHolder[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lead-api-lock-'))
    database = join(folder, 'database')
    lock = `${database}.lock`
    holders = []
  })
  afterEach(async () => {
    await Promise.all(holders.map((holder) => holder.kill().catch(() => undefined)))
    rmSync(folder, { recursive: true })
  })

  /** A process that is to be killed in the end, if it was not before. */
  const started = (holder: FolderHolder) => {
    holders.push(holder)
    return holder
  }
  const inUseBy = (pid: number, host = hostname()) =>
    `DATA_DIR is in use by process ${pid} on ${host} (its lock is ${lock})`

  it('is had once, until it is given back, and leaves nothing behind', async () => {
    const giveBack = await takeFolderLock(database)
    await expect(takeFolderLock(database)).rejects.toThrow(new DatabaseError(inUseBy(process.pid)))
    giveBack()
    const again = await takeFolderLock(database)
    again()
    expect(readdirSync(folder)).toEqual(isLinux ? [] : ['database.lock'])
  })

  it('is refused while another process has it, and free as soon as that one is killed', async () => {
    const holder = started(startHolder(database))
    expect(await holder.ask('take')).toBe('taken')
    await expect(takeFolderLock(database)).rejects.toThrow(inUseBy(holder.pid))
    await holder.kill()
    const giveBack = await takeFolderLock(database)
    giveBack()
  })

  it('is taken over from a holder whose child lives on, because children do not inherit it', async () => {
    const holder = started(startHolder(database))
    await holder.ask('take')
    const child = Number(await holder.ask('start a child'))
    await holder.kill()
    try {
      const giveBack = await takeFolderLock(database)
      giveBack()
    } finally {
      process.kill(child)
    }
  })

  it('lets its process end', async () => {
    const holder = started(startHolder(database))
    await holder.ask('take')
    expect(await holder.ask('end')).toBe('it has ended')
  })

  describe.runIf(isLinux)('on Linux, where it is a socket', () => {
    it.each(['SIGSTOP'] as const)(
      'is refused while its holder is stopped, however many ask',
      async (_signal) => {
        const holder = started(startHolder(database))
        await holder.ask('take')
        process.kill(holder.pid, 'SIGSTOP')
        const [name = ''] = readdirSync(lock)
        // More than the kernel keeps waiting for a process that lets no connection in.
        const waiting = Array.from({ length: 600 }, () =>
          connect(join(lock, name)).on('error', () => undefined),
        )
        await expect(takeFolderLock(database)).rejects.toThrow(inUseBy(holder.pid))
        for (const socket of waiting) socket.destroy()
      },
    )

    it('holds in a folder with a path longer than the address of a socket may be', async () => {
      const long = join(folder, 'x'.repeat(200))
      mkdirSync(long)
      const giveBack = await takeFolderLock(join(long, 'database'))
      await expect(takeFolderLock(join(long, 'database'))).rejects.toThrow('DATA_DIR is in use by process')
      giveBack()
      expect(readdirSync(long)).toEqual([])
    })

    it('lets no other user in, and says nothing to whoever asks', async () => {
      const giveBack = await takeFolderLock(database)
      expect(statSync(lock).mode & 0o777).toBe(0o700)
      const [name = ''] = readdirSync(lock)
      const said = await new Promise<string>((resolve) => {
        let text = ''
        connect(join(lock, name))
          .on('data', (data) => {
            text += data
          })
          .on('error', () => undefined)
          .on('close', () => resolve(text))
          .write('x')
      })
      expect(said).toBe('')
      giveBack()
    })

    it('is taken over whatever else lies in its place: nobody listens there', async () => {
      mkdirSync(join(folder, 'database.lock.AbCdEf'))
      mkdirSync(lock)
      writeFileSync(join(lock, 'half'), '{"pid":')
      const giveBack = await takeFolderLock(database)
      expect(readdirSync(folder)).toEqual(['database.lock'])
      giveBack()
    })

    it('is refused where the database is a link: whoever comes by the other way has another lock', async () => {
      mkdirSync(join(folder, 'elsewhere'))
      symlinkSync('elsewhere', database)
      await expect(takeFolderLock(database)).rejects.toThrow(`${database} is a link or a mount`)
      expect(existsSync(lock)).toBe(false)
    })
  })

  describe('left by a version that kept a file', () => {
    const hold = (pid: number, start: string | null, host = hostname()) =>
      writeFileSync(lock, JSON.stringify({ pid, start, host }))

    it.each([
      ['empty, as a full disk leaves it', ''],
      ['half written', '{"pid":1,"sta'],
      ['of another host and no start', JSON.stringify({ pid: 1, start: null, host: 'elsewhere' })],
      ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, start: null, host: hostname() })],
    ])('is taken over when it is %s', async (_, content) => {
      writeFileSync(lock, content)
      const giveBack = await takeFolderLock(database)
      await expect(takeFolderLock(database)).rejects.toThrow(inUseBy(process.pid))
      giveBack()
    })

    it('is refused while its process runs, as during an upgrade, whatever its host is called now', async () => {
      const start = processStart(process.ppid)
      hold(process.ppid, start, start ? 'renamed' : hostname())
      await expect(takeFolderLock(database)).rejects.toThrow(`DATA_DIR is in use by process ${process.ppid}`)
      expect(existsSync(lock)).toBe(true)
    })

    it.runIf(isLinux)('is taken over when its number now belongs to another process', async () => {
      hold(process.ppid, 'an earlier boot:123')
      const giveBack = await takeFolderLock(database)
      giveBack()
    })
  })

  const why = canIsolate ? '' : ' (skipped: needs Linux, unshare and root)'
  describe.skipIf(!canIsolate)(`across containers${why}`, () => {
    it('is refused while its holder lives under another host name, where its number means another', async () => {
      const holder = started(startHolderElsewhere(database, 'first'))
      expect(await holder.ask('take')).toBe('taken')
      await expect(takeFolderLock(database)).rejects.toThrow(inUseBy(1, 'first'))
      const other = started(startHolderElsewhere(database, 'second'))
      expect(await other.ask('take')).toBe(inUseBy(1, 'first'))
    })

    it('is refused while its holder is stopped', async () => {
      const holder = started(startHolderElsewhere(database, 'first'))
      await holder.ask('take')
      process.kill(holder.pid, 'SIGSTOP')
      const other = started(startHolderElsewhere(database, 'second'))
      expect(await other.ask('take')).toBe(inUseBy(1, 'first'))
    })

    it('is taken over, without anybody’s help, from one that was killed', async () => {
      const holder = started(startHolderElsewhere(database, 'first'))
      await holder.ask('take')
      await holder.kill()
      const other = started(startHolderElsewhere(database, 'second'))
      expect(await other.ask('take')).toBe('taken')
      await expect(takeFolderLock(database)).rejects.toThrow(inUseBy(1, 'second'))
    })

    it('is refused where the database alone is mounted: the lock beside it would not be shared', async () => {
      mkdirSync(database)
      const holder = started(startHolderElsewhere(database, 'first', `mount -t tmpfs none ${database}`))
      expect(await holder.ask('take')).toContain(`${database} is a link or a mount`)
    })
  })
})
