import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseError } from '../database-error'
import { takeFolderLock } from './folder-lock'
import { processStart } from './process-start'

const folder = mkdtempSync(join(tmpdir(), 'lead-api-lock-'))
const file = join(folder, 'database.lock')

const hold = (pid: number, start: string | null, host = hostname()) =>
  writeFileSync(file, JSON.stringify({ pid, start, host }))

describe('the lock of a data folder', () => {
  beforeEach(() => rmSync(file, { force: true }))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is had once, until it is given back', () => {
    const unlock = takeFolderLock(file)
    expect(() => takeFolderLock(file)).toThrow(
      new DatabaseError(`DATA_DIR is in use by process ${process.pid} (its lock is ${file})`),
    )
    unlock()
    expect(existsSync(file)).toBe(false)
    takeFolderLock(file)()
  })

  it('is refused while another process that runs has it', () => {
    hold(process.ppid, processStart(process.ppid))
    expect(() => takeFolderLock(file)).toThrow(`DATA_DIR is in use by process ${process.ppid}`)
  })

  it('is taken over from a process that is gone, and leaves nothing else behind', () => {
    hold(2 ** 22 + 1, null)
    takeFolderLock(file)
    expect(readdirSync(folder)).toEqual(['database.lock'])
  })

  it.runIf(process.platform === 'linux')(
    'is taken over when its number now belongs to another process',
    () => {
      hold(process.ppid, 'an earlier boot:123')
      expect(() => takeFolderLock(file)).not.toThrow()
    },
  )

  it('is refused when it cannot be known whether its process runs', () => {
    hold(1, null, 'elsewhere')
    expect(() => takeFolderLock(file)).toThrow(`process 1 on elsewhere; if that is gone, remove ${file}`)
    writeFileSync(file, '')
    expect(() => takeFolderLock(file)).toThrow(`if nothing uses it, remove that file`)
  })

  it('is left alone by the process that lost it', () => {
    const unlock = takeFolderLock(file)
    hold(1, null, 'elsewhere')
    unlock()
    expect(existsSync(file)).toBe(true)
  })
})
