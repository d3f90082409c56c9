import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpIn } from '@/lib/db/dump/dump-files'
import type { Foot } from '@/lib/db/dump/dump-format'
import { checkDump, isEmpty } from '@/lib/db/dump/load-dump'
import { openOnPostgres } from '@/lib/db/dump/open-session'
import { readContents } from '@/lib/db/dump/table-rows'
import { openStopped } from '@/lib/db/embedded/open-embedded'
import { openDatabase } from '@/lib/db/open-database'
import { readEnv } from '@/lib/env'
import { emptyPostgres } from '@/test/support/dump/empty-postgres'
import { filledFolder } from '@/test/support/dump/filled-folder'
import { olderFolder } from '@/test/support/dump/older-folder'
import { dumpDatabase } from './dump-database'
import { moveDatabase } from './move-database'
import { restoreDatabase } from './restore-database'
import { upgradeEmbedded } from './upgrade-database'

const serverUrl = process.env.TEST_DATABASE_URL || undefined

describe('a process that is killed', () => {
  const home = mkdtempSync(join(tmpdir(), 'lead-api-killed-'))
  const dump = join(home, 'dump.sql')
  let source: string
  let contents: Foot['tables']
  beforeAll(async () => {
    source = await filledFolder()
    await dumpDatabase(readEnv({ DATA_DIR: source }), dump)
    contents = (await checkDump(dumpIn(dump, undefined))).foot.tables
  })
  afterAll(() => {
    for (const folder of [home, source]) rmSync(folder, { recursive: true, force: true })
  })

  /** @throws {Error} where it was not killed: it did not come to the step */
  async function killed(command: string, argument: string, step: string, settings: Record<string, string>) {
    const script = new URL('../../../test/support/dump/killed-command.ts', import.meta.url).pathname
    const args = ['--import', 'tsx', script, command, argument, step]
    const env = { ...process.env, DATABASE_URL: '', ...settings }
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    const [, signal] = await once(child, 'exit')
    expect(signal, `${command} comes to ${step}`).toBe('SIGKILL')
  }
  const folder = (name: string) => {
    const copy = join(mkdtempSync(join(home, name)), 'data')
    cpSync(source, copy, { recursive: true })
    return copy
  }
  const inFolder = async (dataDir: string) => {
    const { session, close } = await openStopped(dataDir)
    return readContents(session).finally(close)
  }

  it.each(['opened', 'written', 'good', 'named'])(
    'while it dumps, %s, leaves a whole dump or none, and what it was dumped from as it was',
    async (step) => {
      const dataDir = folder('dump-')
      const place = mkdtempSync(join(home, 'to-'))
      const file = join(place, 'dump.sql')
      await killed('dump', file, step, { DATA_DIR: dataDir })
      expect(existsSync(file)).toBe(step === 'named')
      if (step === 'named') await checkDump(dumpIn(file, undefined))
      else await dumpDatabase(readEnv({ DATA_DIR: dataDir }), file)
      const { 'public.audit_event': _, ...rows } = await inFolder(dataDir)
      expect(contents).toMatchObject(rows)
    },
  )

  it.each(['checked', 'loaded', 'compared', 'committed', 'made'])(
    'while it restores, %s, leaves no database, and the next one restores',
    async (step) => {
      const dataDir = join(mkdtempSync(join(home, 'restore-')), 'data')
      await killed('restore', dump, step, { DATA_DIR: dataDir })
      if (existsSync(dataDir)) expect(readdirSync(dataDir)).not.toContain('database')
      await restoreDatabase(readEnv({ DATA_DIR: dataDir }), dump)
      expect(await inFolder(dataDir)).toEqual(contents)
      expect(readdirSync(dataDir).filter((name) => name.startsWith('database.restoring'))).toEqual([])
    },
  )

  it.each(['loaded', 'made', 'kept'])(
    'while it upgrades, %s, leaves what a start refuses, and the next one upgrades',
    async (step) => {
      const dataDir = await olderFolder()
      await killed('upgrade', '', step, { DATA_DIR: dataDir })
      await expect(openDatabase({ DATA_DIR: dataDir })).rejects.toThrow('npm run db:upgrade')
      await upgradeEmbedded(readEnv({ DATA_DIR: dataDir }), undefined)
      expect((await inFolder(dataDir))['public.lead']?.rows).toBe(1)
      rmSync(dataDir, { recursive: true })
    },
  )

  describe.runIf(serverUrl)('on PostgreSQL', () => {
    const at = async <T>(url: string, ask: (session: Parameters<typeof isEmpty>[0]) => Promise<T>) => {
      const { session, close } = await openOnPostgres(url)
      return ask(session).finally(close)
    }

    it.each(['loaded', 'compared', 'committed'])(
      'while it restores, %s, leaves nothing or everything',
      async (step) => {
        const url = await emptyPostgres(serverUrl ?? '')
        await killed('restore', dump, step, { DATABASE_URL: url, DATA_DIR: home })
        if (step !== 'committed') await restoreDatabase(readEnv({ DATABASE_URL: url, DATA_DIR: home }), dump)
        expect(await at(url, readContents)).toEqual(contents)
      },
    )

    it.each(['sealed', 'loaded', 'compared', 'committed'])(
      'while it moves, %s, leaves the source sealed and the target empty or whole, and the next one moves',
      async (step) => {
        const [dataDir, url] = [folder('move-'), await emptyPostgres(serverUrl ?? '')]
        const before = await inFolder(dataDir)
        await killed('move', url, step, { DATA_DIR: dataDir })
        expect(await inFolder(dataDir)).toEqual(before)
        await expect(openDatabase({ DATA_DIR: dataDir })).rejects.toThrow('did not come to its end')
        if (step === 'committed') expect(await at(url, readContents)).toEqual(before)
        else expect(await at(url, isEmpty)).toBe(true)
        const env = readEnv({ DATA_DIR: dataDir })
        expect(await moveDatabase(env, url)).toEqual({ tables: before, again: step === 'committed' })
        expect(await at(url, readContents)).toEqual(before)
        await expect(openDatabase({ DATA_DIR: dataDir })).rejects.toThrow('was moved to')
      },
    )
  })
})
