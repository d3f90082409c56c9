import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { createLeadNotes, mostNotes } from './keep-notes'
import { readLeadHistory } from './read-history'

const another = { by: 'person:another', from: '192.0.2.8' }

describe.each(testDatabases)('notes on a lead, on $kind', ({ create }) => {
  let database: Database
  let notes: ReturnType<typeof createLeadNotes>
  beforeAll(async () => {
    database = await create()
    notes = createLeadNotes(database.prisma)
  })
  afterAll(() => database.close())

  const notesOf = async (id: string, reader = someone.by) =>
    (await readLeadHistory(database.prisma, id, reader))?.notes ?? []
  const erase = (id: string) =>
    createPrivacyStore(database.prisma, sandbox).erase(
      { id: crypto.randomUUID(), leadIds: [id] },
      someone,
      new Date(),
    )

  it('are read by all, oldest first, and removed by whoever wrote them alone', async () => {
    const id = await storeLead(database)
    await notes.add(id, 'Calls back on Monday.', someone)
    await notes.add(id, 'Called.', another)
    const [first, second] = await notesOf(id)
    expect(first).toMatchObject({ text: 'Calls back on Monday.', by: someone.by, isOwn: true })
    expect(second).toMatchObject({ text: 'Called.', by: another.by, isOwn: false })
    expect(await notes.remove(id, second?.id ?? '', someone)).toBe(false)
    expect(await notes.remove(id, first?.id ?? '', someone)).toBe(true)
    expect(await notes.remove(id, first?.id ?? '', someone)).toBe(false)
    expect((await notesOf(id)).map(({ text }) => text)).toEqual(['Called.'])
  })

  it('are in the audit log without a word of what they say', async () => {
    const id = await storeLead(database)
    await notes.add(id, 'Moves abroad.', someone)
    const events = await database.prisma.auditEvent.findMany({ where: { subject: `lead:${id}` } })
    expect(events).toMatchObject([{ verb: 'lead.note', actor: someone.by }])
    expect(JSON.stringify(events)).not.toContain('abroad')
  })

  it('go with the person, and none is written after, however close they come to each other', async () => {
    const id = await storeLead(database)
    await notes.add(id, 'Moves abroad.', someone)
    const during = Array.from({ length: 5 }, (_, count) => notes.add(id, `Note ${count}`, someone))
    await Promise.all([...during, erase(id)])
    expect(await notes.add(id, 'Afterwards.', someone)).toBe(false)
    expect(await notesOf(id)).toEqual([])
    expect(await database.prisma.leadNote.count({ where: { leadId: id } })).toBe(0)
  })

  it('have a bound', async () => {
    const id = await storeLead(database)
    await database.prisma.leadNote.createMany({
      data: Array.from({ length: mostNotes }, () => ({ leadId: id, actor: someone.by, text: 'x' })),
    })
    expect(await notes.add(id, 'One more.', someone)).toBe(false)
    expect(await notes.add(crypto.randomUUID(), 'Of no lead.', someone)).toBe(false)
  })
})
