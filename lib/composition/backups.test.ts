import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { dumpIn, writeWhole } from '@/lib/db/dump/dump-files'
import { checkDump } from '@/lib/db/dump/load-dump'
import { type Database, openDatabase } from '@/lib/db/open-database'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { filledFolder } from '@/test/support/dump/filled-folder'
import { createBackups } from './backups'

const home = mkdtempSync(join(tmpdir(), 'lead-api-nightly-'))

/** A small file system in memory, which root may mount on Linux. */
function mount(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true })
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0
  if (isMounted) onTestFinished(() => void spawnSync('umount', [folder]))
  return isMounted
}

describe('the backup of the embedded database by schedule', () => {
  let dataDir: string
  let database: Database
  beforeAll(async () => {
    dataDir = await filledFolder()
    database = await openDatabase({ DATA_DIR: dataDir })
    for (const level of ['info', 'error', 'warn'] as const)
      vi.spyOn(log, level).mockImplementation(() => undefined)
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await database.close()
    for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true })
  })

  /** Of this night: those before are forgotten. */
  async function backUp(BACKUP_DIR: string, more = {}) {
    await database.prisma.backup.deleteMany()
    const env = readEnv({ DATA_DIR: dataDir, BACKUP_DIR, BACKUP_KEEP: '1', ...more })
    vi.stubEnv('DATA_DIR', dataDir)
    vi.stubEnv('DATABASE_URL', '')
    vi.stubEnv('BACKUP_KEY', env.BACKUP_KEY ?? '')
    await createBackups(env, database).run()
    vi.unstubAllEnvs()
    const select = { state: true, failure: true, file: true, leads: true, encrypted: true }
    return database.prisma.backup.findFirstOrThrow({ select })
  }

  it('is a whole dump under its name, encrypted with the key, alone in its folder', async () => {
    const key = await generateX25519Identity()
    const folder = join(home, 'nightly')
    mkdirSync(folder)
    writeFileSync(join(folder, 'lead-api-20250101T000000Z.sql'), 'the one before')
    writeFileSync(join(folder, 'lead-api-20250101T000000Z.sql.unfinished-0a1b2c'), 'of one that was killed')
    const backup = await backUp(folder, { BACKUP_KEY: key })
    expect(backup).toMatchObject({ state: 'verified', failure: null, leads: 3, encrypted: true })
    expect(readdirSync(folder)).toEqual([backup.file])
    const { foot } = await checkDump(dumpIn(join(folder, backup.file), key))
    expect(foot.tables['public.lead']?.rows).toBe(3)
  })

  it('fails in a word where the folder is not there, and tells nobody anything else', async () => {
    expect(await backUp(join(home, 'none'))).toMatchObject({ state: 'failed', failure: 'unwritable' })
    expect(log.error).toHaveBeenLastCalledWith(
      expect.objectContaining({ failure: 'unwritable' }),
      'the backup failed',
    )
  })

  it('fails where the folder cannot be written, or the disk is too full, and leaves nothing behind', async ({
    skip,
  }) => {
    const [readOnly, small] = [join(home, 'read-only'), join(home, 'small')]
    skip(!mount(readOnly, 'ro'), 'only root mounts')
    expect(await backUp(readOnly)).toMatchObject({ state: 'failed', failure: 'unwritable' })
    mount(small, 'size=20m')
    expect(await backUp(small)).toMatchObject({ state: 'failed', failure: 'disk_full' })
    expect(readdirSync(small)).toEqual([])
  })

  it('leaves nothing of a file for which there is no room while it is written', async ({ skip }) => {
    const small = join(home, 'full')
    skip(!mount(small, 'size=1m'), 'only root mounts')
    async function* pieces() {
      for (let n = 0; n < 20; n++) yield Buffer.alloc(100_000, 'x')
    }
    await expect(writeWhole(join(small, 'dump.sql'), pieces())).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(small)).toEqual([])
  })
})
