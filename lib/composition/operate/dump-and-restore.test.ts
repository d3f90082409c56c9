import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dumpIn, writeWhole } from '@/lib/db/dump/dump-files'
import { checkDump } from '@/lib/db/dump/load-dump'
import { openOnPostgres } from '@/lib/db/dump/open-session'
import { readContents } from '@/lib/db/dump/table-rows'
import { writeDump } from '@/lib/db/dump/write-dump'
import { openStopped } from '@/lib/db/embedded/open-embedded'
import { openDatabase } from '@/lib/db/open-database'
import { readEnv } from '@/lib/env'
import { readMarks } from '@/lib/environments/store/marks'
import { recognise } from '@/lib/environments/store/recognise'
import { listenForOrders } from '@/lib/operator/operator-socket'
import { emptyPostgres } from '@/test/support/dump/empty-postgres'
import { filledFolder } from '@/test/support/dump/filled-folder'
import { schemaText } from '@/test/support/dump/schema-text'
import { dumpDatabase } from './dump-database'
import { moveDatabase, unsealDatabase } from './move-database'
import { obey } from './obey'
import { restoreDatabase } from './restore-database'

const serverUrl = process.env.TEST_DATABASE_URL || undefined
const home = mkdtempSync(join(tmpdir(), 'lead-api-dump-'))
const embedded = (dataDir: string, more = {}) => readEnv({ DATA_DIR: dataDir, ...more })
const postgres = (url: string) => readEnv({ DATA_DIR: home, DATABASE_URL: url })

/** What is in a stopped embedded database. */
async function contentsOf(dataDir: string) {
  const { session, close } = await openStopped(dataDir)
  return Promise.all([readContents(session), schemaText(session)]).finally(close)
}
async function contentsAt(url: string) {
  const { session, close } = await openOnPostgres(url)
  return Promise.all([readContents(session), schemaText(session)]).finally(close)
}

/** What a start finds out of the database. */
async function started(settings: { DATA_DIR: string; DATABASE_URL?: string }) {
  const database = await openDatabase(settings)
  const found = await recognise(database.prisma, await readMarks(database))
  await database.close()
  return found
}

describe('a dump', () => {
  let dataDir: string
  let file: string
  beforeAll(async () => {
    dataDir = await filledFolder()
    file = join(home, 'dump.sql')
    await dumpDatabase(embedded(dataDir), file)
  })
  afterAll(() => {
    for (const folder of [dataDir, home]) rmSync(folder, { recursive: true, force: true })
  })

  it('says what it is of in its first line, is for its owner alone, and no file is written over', async () => {
    const [head] = readFileSync(file, 'utf8').split('\n', 1)
    expect(head).toMatch(/^-- Lead API dump \{"format":1,"product":"\d+\.\d+\.\d+","database":"PostgreSQL 18/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(dumpDatabase(embedded(dataDir), file)).rejects.toThrow('is there already')
    expect(readdirSync(home)).toEqual(['dump.sql'])
  })

  it('removes what one to the same name has left that was killed, and nothing of the like that is the operator’s', async () => {
    const place = mkdtempSync(join(home, 'beside-'))
    const named = join(place, 'by-hand.sql')
    const kept = ['by-hand.sql.copy', 'by-hand.sql.copy-of-mine', 'other.sql.copy-0a1b2c']
    for (const folder of [...kept, 'by-hand.sql.copy-0a1b2c']) mkdirSync(join(place, folder))
    writeFileSync(join(place, 'by-hand.sql.unfinished-0a1b2c'), 'of one that was killed')
    await dumpDatabase(embedded(dataDir), named)
    expect(readdirSync(place).toSorted()).toEqual(['by-hand.sql', ...kept])
    rmSync(place, { recursive: true })
  })

  it('leaves nothing where it is ended meanwhile', async () => {
    const place = mkdtempSync(join(home, 'ended-'))
    const running = await openDatabase({ DATA_DIR: dataDir })
    const env = embedded(dataDir)
    const stopListening = await listenForOrders(dataDir, (order) => obey(env, running, order))
    let end: () => Promise<unknown> = () => Promise.reject(new Error('nothing is to be done'))
    const atEnd = (stop: typeof end) => {
      end = stop
      return () => undefined
    }
    const dumping = dumpDatabase(env, join(place, 'dump.sql'), { atEnd })
    const outcome = dumping.then(
      () => 'whole',
      () => 'ended',
    )
    await vi.waitUntil(() => readdirSync(place).length > 0, { interval: 1 })
    await end()
    expect(readdirSync(place)).toEqual([])
    expect(await outcome).toBe('ended')
    await stopListening()
    await running.close()
    rmSync(place, { recursive: true })
  })

  it('restores every table, constraint, index, trigger and sequence into an empty folder, and starts held', async () => {
    const target = join(home, 'restored')
    await restoreDatabase(embedded(target), file)
    const [there, here] = [await contentsOf(target), await contentsOf(dataDir)]
    // The source has noted since that it was copied.
    expect({ ...there[0], 'public.audit_event': null }).toEqual({ ...here[0], 'public.audit_event': null })
    expect(there[1]).toBe(here[1])
    expect(await started({ DATA_DIR: target })).toBe('other')
    await expect(restoreDatabase(embedded(target), file)).rejects.toThrow('already')
  })

  it('is not restored over what is no database, which stays', async () => {
    const target = join(home, 'of-mine')
    mkdirSync(join(target, 'database'), { recursive: true })
    writeFileSync(join(target, 'database', 'mine.txt'), 'kept')
    await expect(restoreDatabase(embedded(target), file)).rejects.toThrow('no database of ours')
    expect(readdirSync(join(target, 'database'))).toEqual(['mine.txt'])
    rmSync(target, { recursive: true })
  })

  it('is refused when it is of a newer version, of none, or cut short, and nothing is begun', async () => {
    const text = readFileSync(file, 'utf8')
    const newer = text.replaceAll(/"migration":"\d+_\w+"/g, '"migration":"29990101000000_newer"')
    const cut = text.slice(0, Math.floor(text.length * Math.random()))
    for (const [wrong, words] of [
      [newer, 'newer version'],
      ['SELECT 1;\n', 'no dump of Lead API'],
      [cut, /cut short|no dump of Lead API/],
    ] as const) {
      const target = join(home, 'none')
      writeFileSync(join(home, 'wrong.sql'), wrong)
      await expect(restoreDatabase(embedded(target), join(home, 'wrong.sql'))).rejects.toThrow(words)
      expect(readdirSync(home)).not.toContain('none')
    }
  })

  it('is restored from an encrypted file with its key, and with no other', async () => {
    const [key, other] = [await generateX25519Identity(), await generateX25519Identity()]
    const sealed = join(home, 'dump.sql.age')
    const { session, close } = await openStopped(dataDir)
    await writeWhole(sealed, writeDump(session), { key }).finally(close)
    expect(readFileSync(sealed, 'latin1')).not.toContain('Lead API dump')
    await expect(checkDump(dumpIn(sealed, other))).rejects.toThrow('cannot be decrypted')
    await expect(checkDump(dumpIn(sealed, undefined))).rejects.toThrow('BACKUP_KEY')
    const target = join(home, 'decrypted')
    await restoreDatabase(embedded(target, { BACKUP_KEY: key }), sealed)
    expect((await contentsOf(target))[0]).toEqual((await contentsOf(dataDir))[0])
    const half = readFileSync(sealed)
    writeFileSync(join(home, 'half.age'), half.subarray(0, half.length - 20_000))
    await expect(checkDump(dumpIn(join(home, 'half.age'), key))).rejects.toThrow('cannot be decrypted')
  })

  describe.runIf(serverUrl)('on PostgreSQL', () => {
    const newUrl = () => emptyPostgres(serverUrl ?? '')

    it('restores to the same, is dumped from there, and starts held', async () => {
      const url = await newUrl()
      await restoreDatabase(postgres(url), file)
      expect(await contentsAt(url)).toEqual([
        (await checkDump(dumpIn(file, undefined))).foot.tables,
        (await contentsOf(dataDir))[1],
      ])
      await expect(restoreDatabase(postgres(url), file)).rejects.toThrow('not empty')
      const again = join(home, 'again.sql')
      await dumpDatabase(postgres(url), again)
      const back = join(home, 'back')
      await restoreDatabase(embedded(back), again)
      expect(await contentsOf(back)).toEqual(await contentsAt(url))
      expect(await started({ DATA_DIR: home, DATABASE_URL: url })).toBe('other')
    })

    it.runIf(spawnSync('psql', ['--version']).status === 0)('is taken by psql without an error', async () => {
      const url = await newUrl()
      const psql = spawnSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-f', file, url], { encoding: 'utf8' })
      expect(psql).toMatchObject({ status: 0, stderr: '' })
      expect((await contentsAt(url))[0]).toEqual((await checkDump(dumpIn(file, undefined))).foot.tables)
    })

    it('moves all of it, after which the source is refused until it is told otherwise', async () => {
      const [source, url, full] = [join(home, 'moved'), await newUrl(), await newUrl()]
      await restoreDatabase(embedded(source), file)
      await restoreDatabase(postgres(full), file)
      await expect(moveDatabase(embedded(source), full)).rejects.toThrow('not empty')
      const { tables } = await moveDatabase(embedded(source), url)
      expect((await contentsAt(url))[0]).toEqual(tables)
      await expect(started({ DATA_DIR: source })).rejects.toThrow(/was moved to .* set DATABASE_URL/)
      expect(await moveDatabase(embedded(source), url)).toMatchObject({ again: true })
      expect(await started({ DATA_DIR: home, DATABASE_URL: url })).toBe('other')
      expect(await unsealDatabase(embedded(source))).toBe(true)
      expect(await started({ DATA_DIR: source })).toBe('other')
    })

    it('is not moved away from under a service that runs', async () => {
      const [source, target] = [await newUrl(), await newUrl()]
      await restoreDatabase(postgres(source), file)
      const running = await openDatabase({ DATA_DIR: home, DATABASE_URL: source })
      await running.pool.query('SELECT 1')
      await expect(moveDatabase(postgres(source), target)).rejects.toThrow('still runs')
      await running.close()
      expect((await contentsAt(target))[0]).toEqual({})
      expect(await started({ DATA_DIR: home, DATABASE_URL: source })).toBe('other')
      await moveDatabase(postgres(source), target)
      await expect(started({ DATA_DIR: home, DATABASE_URL: source })).rejects.toThrow('was moved')
    })
  })
})
