import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSandbox } from '@/lib/customers/store/seed-sandbox'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { readRecord } from '@/lib/leads/store/read-record'
import { log } from '@/lib/log'
import { type Backup, restorableDatabases } from '@/test/support/database/restorable-database'
import { noLimits, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { knownPerson, personalWords } from '@/test/support/privacy/known-person'
import { findTraces } from '@/test/support/privacy/traces'
import { createPrivacy } from './erase-people'
import type { RecordedErasure } from './erasure'
import type { LedgerLine } from './erasure-ledger'
import { openLedger } from './ledger/open-ledger'
import { keepLedger } from './reconcile-erasures'
import { createLedgerStore } from './store/create-ledger-store'
import { createPrivacyStore } from './store/create-privacy-store'
import { expire } from './store/expire-leads'

const longAgo = new Date('2023-01-01T12:00:00Z')
const now = new Date('2026-03-01T12:00:00Z')
const administrator = { by: 'person:admin', from: '192.0.2.7' }

/** A process with a database and a data folder, as it stands when it has started. */
async function start(database: Database, dataDir: string) {
  const ledger = await openLedger({ DATA_DIR: dataDir })
  const keeping = keepLedger(createLedgerStore(database.prisma), ledger)
  const privacy = createPrivacy(createPrivacyStore(database.prisma, sandbox), keeping)
  await keeping.reconcile()
  const lines = async () => {
    const found: (LedgerLine | null)[] = []
    for await (const { line } of ledger.read()) found.push(line)
    return found
  }
  const erase = (leadIds: string[], id: string = crypto.randomUUID()) =>
    privacy.erase({ id, leadIds }, administrator)
  return { ledger, keeping, privacy, lines, erase }
}

const stranger = (): LedgerLine => ({
  ...{ version: 1, id: crypto.randomUUID(), at: now.toISOString(), by: 'open' },
  ...{ leads: 1, cancelled: 0, attempts: 0, keptAnswers: 0, sandboxEntries: 0 },
  leadIds: [crypto.randomUUID()],
})

const again = { actor: 'system', verb: 'privacy.erase-again', address: 'none' }

/** One backup, from before all erasures: to make and to load one takes longer than all that is asked of them. */
describe.each(restorableDatabases)(
  'an erasure on $kind, of which an older copy is restored',
  ({ create }) => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-api-restore-'))
    const [dataDir, otherDir] = [mkdtempSync(join(folder, 'data-')), mkdtempSync(join(folder, 'data-'))]
    const opened: Database[] = []
    const lead: Record<
      'delivered' | 'waiting' | 'underWay' | 'atRest' | 'old' | 'crashed' | 'full' | 'kept',
      string
    > = {
      ...{ delivered: '', waiting: '', underWay: '', atRest: '', old: '', crashed: '', full: '', kept: '' },
    }
    let origin: Database
    let restore: Backup
    let running: Awaited<ReturnType<typeof start>>
    let first: RecordedErasure
    const loud = log.level
    beforeAll(async () => {
      log.level = 'silent'
      const { database, backUp } = await create()
      origin = database
      opened.push(origin)
      await seedSandbox(origin.prisma)
      const tell = knownPerson(origin)
      lead.delivered = await tell({ at: now, outcome: 'delivered' })
      lead.waiting = await tell({ at: now, outcome: 'not_saved' })
      lead.underWay = await tell({ at: now, outcome: 'under_way' })
      lead.old = await tell({ at: longAgo, outcome: 'rejected' })
      for (const name of ['atRest', 'crashed', 'full'] as const)
        lead[name] = await tell({ at: now, outcome: 'rejected' })
      lead.kept = await storeLead(origin, { firstName: 'Sixten', at: now })
      restore = await backUp()
      await settle(origin)
      running = await start(origin, dataDir)
    })
    afterAll(async () => {
      log.level = loud
      for (const database of opened.reverse()) await database.close()
      rmSync(folder, { recursive: true })
    })

    const traces = (database: Database) => findTraces(database, personalWords)
    const record = ({ prisma }: Database, id: string) => readRecord(prisma, sandbox, id)
    const eventsOf = ({ prisma }: Database, id: string) =>
      prisma.auditEvent.findMany({
        where: { subject: `erasure:${id}` },
        select: { actor: true, verb: true, address: true },
      })
    const itsTimeIsOver = new Date(now.getTime() + noLimits.slotMs)
    const settle = async (database: Database) =>
      (await timedDelivery(database).at(itsTimeIsOver)).settleInterrupted()

    it('is in the ledger before it is answered: receipt and ids, once for each time it is asked for', async () => {
      first = await running.erase([lead.delivered, lead.waiting])
      expect(first).toMatchObject({ leads: 2, cancelled: 1, attempts: 2, keptAnswers: 2, inLedger: true })
      const { byName: _, inLedger: __, ...receipt } = first
      const line = { version: 1, ...receipt, leadIds: [lead.delivered, lead.waiting].sort() }
      expect(await running.lines()).toEqual([line])
      expect(await running.erase([lead.delivered, lead.waiting], first.id)).toEqual(first)
      expect(await running.lines()).toEqual([line, line])
    })

    it('is written down at the next start where a crash came between the database and the ledger', async () => {
      const id = crypto.randomUUID()
      const store = createPrivacyStore(origin.prisma, sandbox)
      await store.erase({ id, leadIds: [lead.crashed] }, administrator, now)
      running = await start(origin, dataDir)
      const written = { id, at: now.toISOString(), by: 'person:admin', leads: 1, leadIds: [lead.crashed] }
      expect((await running.lines()).at(-1)).toMatchObject(written)
    })

    it('stands where the ledger cannot be written, says so, and is written down as soon as it can', async () => {
      const { place } = running.ledger
      const isIn = async (id: string) => (await running.lines()).filter((line) => line?.id === id).length
      renameSync(place, `${place}.aside`)
      mkdirSync(place)
      const receipt = await running.erase([lead.full])
      expect(receipt).toMatchObject({ leads: 1, inLedger: false })
      expect(await running.privacy.receipt(receipt.id)).toMatchObject({ inLedger: false })
      expect(running.keeping.unrecorded()).toBe(1)
      expect(await record(origin, lead.full)).toMatchObject({ firstName: '' })
      rmdirSync(place)
      renameSync(`${place}.aside`, place)
      await running.keeping.reconcile()
      expect(running.keeping.unrecorded()).toBe(0)
      expect(await running.privacy.receipt(receipt.id)).toMatchObject({ inLedger: true })
      expect(await isIn(receipt.id)).toBe(1)
    })

    it('comes to be in the ledger of every instance, each of which may be the one that is left', async () => {
      const other = await start(origin, otherDir)
      await running.ledger.append(Array.from({ length: 1_200 }, stranger))
      const { id } = await running.erase([lead.underWay, lead.atRest])
      await running.erase([lead.old])
      const isThere = async () => (await other.lines()).filter((line) => line?.id === id).length
      expect(await isThere()).toBe(0)
      await other.keeping.reconcile()
      expect(await isThere()).toBe(1)
      await other.keeping.reconcile()
      expect(await other.lines()).toHaveLength(await origin.prisma.erasure.count())
      expect(await traces(origin)).toEqual([])
    })

    it('is made again before anything else, by whichever instance comes first, with the receipt it had', async () => {
      const restored = await restore()
      opened.push(restored)
      expect(await traces(restored)).not.toEqual([])
      // Its age took the person away before the ledger did: the receipt is owed all the same.
      const before = new Date('2024-01-01T12:00:00Z')
      await restored.prisma.$transaction((run) =>
        expire(run, sandbox, { before, leads: 100, entries: 100 }, now),
      )
      const [one, other] = await Promise.all([start(restored, dataDir), start(restored, otherDir)])
      const receipts = await running.privacy.receipts()
      expect(receipts).toHaveLength(5)
      expect(await one.privacy.receipts()).toEqual(receipts)
      expect(await other.privacy.receipt(first.id)).toEqual(first)
      expect(await record(restored, lead.waiting)).toMatchObject({ status: 'cancelled', erasureId: first.id })
      expect(await record(restored, lead.old)).toMatchObject({ erasureId: expect.any(String) })
      expect(await record(restored, lead.kept)).toMatchObject({ anonymisedAt: null, firstName: 'Sixten' })

      // What is being sent has an answer to come: it waits, and none of the others waits for it.
      expect(await record(restored, lead.underWay)).toMatchObject({ firstName: 'Gunhild' })
      expect(await record(restored, lead.atRest)).toMatchObject({ firstName: '' })
      await settle(restored)
      await one.keeping.reconcile()
      expect(await traces(restored)).toEqual([])

      const written = await one.lines()
      const events = await restored.prisma.auditEvent.count()
      const next = await start(restored, dataDir)
      for (const { id } of receipts.filter(({ leads }) => leads === 1))
        expect(await eventsOf(restored, id)).toEqual([again])
      expect(await restored.prisma.auditEvent.count()).toBe(events)
      expect(await next.lines()).toEqual(written)
    })

    it('is made again as often as the copy is restored', async () => {
      const restored = await restore()
      opened.push(restored)
      await settle(restored)
      await start(restored, dataDir)
      expect(await traces(restored)).toEqual([])
      expect(await start(restored, otherDir).then(({ privacy }) => privacy.receipt(first.id))).toEqual(first)
    })
  },
)
