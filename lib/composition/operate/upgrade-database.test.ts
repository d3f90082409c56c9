import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { PGlite as OlderPglite } from 'pglite-17'
import { pg_trgm } from 'pglite-17/contrib/pg_trgm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedSession } from '@/lib/db/dump/copy-session'
import { readContents } from '@/lib/db/dump/table-rows'
import { keptOf, majorOf, ourMajor, upgradedOf } from '@/lib/db/embedded/folder-version'
import { openStopped, startPglite } from '@/lib/db/embedded/open-embedded'
import { openDatabase } from '@/lib/db/open-database'
import { readEnv } from '@/lib/env'
import { readMarks } from '@/lib/environments/store/marks'
import { recognise } from '@/lib/environments/store/recognise'
import { databaseIn } from '@/test/support/dump/filled-folder'
import { olderFolder } from '@/test/support/dump/older-folder'
import { upgradeEmbedded } from './upgrade-database'

describe('a folder of another PostgreSQL', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await olderFolder()
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  const start = () => openDatabase({ DATA_DIR: dataDir })
  const upgrade = (name?: string) => upgradeEmbedded(readEnv({ DATA_DIR: dataDir }), name)

  it('is not ours, whose version the code says', async () => {
    const pglite = await startPglite()
    const { rows } = await pglite.query<{ major: string }>(
      "SELECT split_part(current_setting('server_version'), '.', 1) AS major",
    )
    await pglite.close()
    expect([majorOf(databaseIn(dataDir)), ourMajor]).toEqual(['17', rows[0]?.major])
  })

  it('is refused in a sentence that says what to do, and so is one whose PGlite is not there', async () => {
    await expect(start()).rejects.toThrow(
      /is of PostgreSQL 17, and this version reads 18: run npm run db:upgrade/,
    )
    await expect(upgrade('not-there')).rejects.toThrow(
      /npm install --no-save pglite-17@npm:@electric-sql\/pglite@0\.3\.14/,
    )
    expect(readdirSync(dataDir)).toEqual(['database'])
  })

  it('is upgraded with every row, stays beside as it was, and starts held', async () => {
    const folder = databaseIn(dataDir)
    expect(await upgrade()).toEqual({ from: '17', kept: keptOf(folder, '17') })
    const { session, close } = await openStopped(dataDir)
    const contents = await readContents(session).finally(close)
    const older = await OlderPglite.create({ dataDir: keptOf(folder, '17'), extensions: { pg_trgm } })
    expect(await readContents(await embeddedSession(older as unknown as PGlite))).toEqual(contents)
    await older.close()
    expect(contents['public.lead']?.rows).toBe(1)
    expect(await upgrade()).toBeNull()
    const database = await start()
    expect(await recognise(database.prisma, await readMarks(database))).toBe('other')
    await database.close()
  })

  it('that was put aside when the upgrade was killed is not taken for none, and the next one goes on', async () => {
    const folder = databaseIn(dataDir)
    renameSync(folder, upgradedOf(folder))
    await expect(start()).rejects.toThrow('an upgrade of the database')
    expect(existsSync(folder)).toBe(false)
    await upgrade()
    expect(readFileSync(`${folder}/PG_VERSION`, 'utf8').trim()).toBe(ourMajor)
    await (await start()).close()
  })

  it('is not upgraded over what an upgrade before has kept', async () => {
    const folder = databaseIn(dataDir)
    rmSync(folder, { recursive: true })
    renameSync(keptOf(folder, '17'), folder)
    writeFileSync(keptOf(folder, '17'), '')
    await expect(upgrade()).rejects.toThrow('move it away first')
  })
})
