import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiError } from '@/lib/api-client/call-api'
import type { DraftContent, KeptDraft, UnsentLead } from '@/lib/drafts/draft'
import type { SentLead } from '@/lib/leads/lead'
import { DraftKeeper } from './draft-keeper'
import { emptyLeadForm, type LeadFormValues } from './lead-form-values'
import { contentOf, type Letter } from './letter'
import { Outbox } from './outbox'

const valuesOf = (first_name: string): LeadFormValues => ({
  ...emptyLeadForm,
  person: { ...emptyLeadForm.person, first_name, last_name: 'Exempel' },
})
const letterOf = (name: string, key = name): Letter => ({
  ...{ key, values: valuesOf(name), replaces: null, replaced: null, failure: null },
})
const sentAs = (id: string, status: SentLead['status'] = 'delivered'): SentLead => ({
  ...{ id, status, word: null, vitecLeadId: null, nextAttemptAt: null, obstacle: null },
})
const body = { lead: {}, message: '' }
const none: KeptDraft = { revision: null, draft: null, unsent: [] }

/** The server: a draft, what is kept beside it, and answers to leads that are given when a test says so. */
function tab({ isAway = false } = {}) {
  const there = {
    isAway,
    draft: null as DraftContent | null,
    revision: 0,
    unsent: new Map<string, DraftContent>(),
    posts: [] as { key: string; answer: (lead: SentLead) => void; refuse: (error: unknown) => void }[],
    form: valuesOf(''),
  }
  const reached = () => {
    if (there.isAway) throw apiError(null, null)
  }
  const keeper = new DraftKeeper(
    {
      read: async () => ({ ...none, revision: there.revision }),
      save: async ({ draft }) => {
        reached()
        there.draft = draft
        there.revision += 1
        return { revision: there.revision }
      },
    },
    { ...none, revision: 0 },
  )
  const outbox = new Outbox(
    {
      keep: async (letter) => {
        reached()
        there.unsent.set(letter.key, contentOf(letter))
      },
      drop: async (key) => void there.unsent.delete(key),
      post: ({ key }) =>
        new Promise((resolve, reject) => {
          const answer = (lead: SentLead) => {
            there.unsent.delete(key)
            resolve(lead)
          }
          there.posts.push({ key, answer, refuse: reject })
        }),
    },
    keeper,
  )
  const type = (values: LeadFormValues) => {
    there.form = values
    keeper.change(values.person.first_name === '' ? null : { values, replaces: null })
  }
  /** As the form does: what comes back goes into it while nothing else was begun there. */
  const takeBack = vi.fn((letter: Letter) => {
    if (there.form.person.first_name !== '') return false
    type(letter.values)
    return true
  })
  const detach = outbox.attach({ takeBack })
  const send = (letter: Letter) => {
    type(valuesOf(''))
    return outbox.send(letter, body)
  }
  return { there, keeper, outbox, type, takeBack, detach, send }
}

const pass = (ms = 1_100) => vi.advanceTimersByTimeAsync(ms)

describe('a lead that leaves the form', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is kept on the server until it is stored, while the next is typed and kept, too', async () => {
    const { there, outbox, type, send } = tab()
    type(valuesOf('Erik'))
    await pass()
    void send(letterOf('Erik'))
    type(valuesOf('Astrid'))
    await pass()
    // Whatever happens to the tab now: both are there.
    expect([...there.unsent.keys()]).toEqual(['Erik'])
    expect(there.draft?.values.person?.first_name).toBe('Astrid')
    expect(outbox.state().underWay.map(({ key }) => key)).toEqual(['Erik'])
    there.posts[0]?.answer(sentAs('1'))
    await pass()
    expect(there.unsent.size).toBe(0)
    expect(there.draft?.values.person?.first_name).toBe('Astrid')
    expect(outbox.state()).toMatchObject({ underWay: [], unsent: [], sent: [{ name: 'Erik Exempel' }] })
    expect(outbox.state().told).toBe('1')
  })

  it('comes back where nothing else was begun, under the key it was sent with', async () => {
    const { there, keeper, outbox, send } = tab()
    void send(letterOf('Erik'))
    await pass()
    there.posts[0]?.refuse(apiError(null, null))
    await pass()
    expect(there.form.person.first_name).toBe('Erik')
    expect(outbox.state()).toMatchObject({ underWay: [], unsent: [] })
    // Sent again unchanged it is the same lead, and a page that is opened anew finds it there, once.
    expect(keeper.unsentKey({ values: valuesOf('Erik'), replaces: null })).toBe('Erik')
    expect([...there.unsent.keys()]).toEqual(['Erik'])
    expect(there.draft).toBeNull()
  })

  it('waits beside the form where another was begun, which is not touched', async () => {
    const { there, outbox, type, takeBack, send } = tab()
    void send(letterOf('Erik'))
    type(valuesOf('Astrid'))
    await pass()
    there.posts[0]?.refuse(apiError(422, { code: 'invalid_fields' }))
    await pass()
    expect(takeBack).toHaveReturnedWith(false)
    expect(there.form.person.first_name).toBe('Astrid')
    expect(outbox.state().unsent).toMatchObject([{ key: 'Erik', failure: { kind: 'invalid' } }])
    expect([...there.unsent.keys()]).toEqual(['Erik'])
  })

  it('is one of two that are under way at once, of which the first fails', async () => {
    const { there, outbox, send } = tab()
    void send(letterOf('Erik'))
    await pass(10)
    void send(letterOf('Astrid'))
    await pass()
    there.posts[1]?.answer(sentAs('2'))
    there.posts[0]?.refuse(apiError(503, { code: 'unavailable' }))
    await pass()
    expect(there.form.person.first_name).toBe('Erik')
    expect(outbox.state().sent.map(({ name }) => name)).toEqual(['Astrid Exempel'])
  })

  it('of two that fail, comes back once, and the other waits', async () => {
    const { there, outbox, send } = tab()
    void send(letterOf('Erik'))
    void send(letterOf('Astrid'))
    await pass()
    for (const post of there.posts) post.refuse(apiError(null, null))
    await pass()
    expect(there.form.person.first_name).toBe('Erik')
    expect(outbox.state().unsent.map(({ key }) => key)).toEqual(['Astrid'])
    expect([...there.unsent.keys()].sort()).toEqual(['Astrid', 'Erik'])
  })

  it('is told of where its writer has gone elsewhere meanwhile', async () => {
    const { there, outbox, detach, send } = tab()
    const alone = vi.fn()
    outbox.onAlone = alone
    void send(letterOf('Erik'))
    detach()
    await pass()
    there.posts[0]?.refuse(apiError(401, { code: 'unauthenticated' }))
    await pass()
    expect(alone).toHaveBeenCalledWith(expect.objectContaining({ key: 'Erik' }))
    expect(outbox.state().unsent).toHaveLength(1)
  })

  it('is kept as a draft where it could not be kept elsewhere, and was not sent either', async () => {
    const { there, keeper, send } = tab({ isAway: true })
    void send(letterOf('Erik'))
    await pass(2_000)
    there.posts[0]?.refuse(apiError(null, null))
    await pass()
    expect(keeper.isKept()).toBe(false)
    there.isAway = false
    keeper.flush()
    await pass()
    expect(there.draft?.values.person?.first_name).toBe('Erik')
    expect(keeper.unsentKey({ values: valuesOf('Erik'), replaces: null }), 'the same lead still').toBe('Erik')
  })

  it('is kept as soon as that can be done while it waits, and the page says until then that it is not', async () => {
    const { there, outbox, type, send } = tab({ isAway: true })
    void send(letterOf('Erik'))
    type(valuesOf('Astrid'))
    await pass(2_000)
    there.posts[0]?.refuse(apiError(null, null))
    await pass()
    expect([outbox.isBusy(), outbox.isKept()]).toEqual([true, false])
    there.isAway = false
    await pass(10_000)
    expect([...there.unsent.keys()]).toEqual(['Erik'])
    expect(outbox.isKept()).toBe(true)
  })

  it('that Vitec refused is stored, and can be mended once the form is free', async () => {
    const { there, keeper, outbox, type, send } = tab()
    void send(letterOf('Erik'))
    type(valuesOf('Astrid'))
    await pass()
    there.posts[0]?.answer(sentAs('1', 'rejected'))
    await pass()
    const [note] = outbox.state().sent
    expect(note?.letter?.key).toBe('Erik')
    // Another lead that is sent does not take its place.
    void send(letterOf('Astrid'))
    await pass()
    there.posts[1]?.answer(sentAs('2'))
    await pass()
    expect(outbox.state().sent.map(({ lead }) => lead.id)).toEqual(['2', '1'])
    if (note?.letter) outbox.takeOut(note.letter)
    expect(keeper.unsentKey({ values: valuesOf('Erik'), replaces: null }), 'a lead of its own').toBeNull()
    expect(outbox.state().sent.at(-1)?.letter).toBeNull()
  })

  it('gives way to one that waits, which the form takes out', async () => {
    const { there, outbox, keeper, type } = tab()
    outbox.found([{ key: 'k', ...contentOf(letterOf('Erik')), isUnderWay: false }])
    type(valuesOf('Astrid'))
    await pass()
    const [waiting] = outbox.state().unsent
    if (!waiting) throw new Error('it does not wait')
    outbox.layAside(letterOf('Astrid'))
    outbox.takeOut(waiting)
    type(waiting.values)
    await pass()
    expect(outbox.state().unsent.map(({ key }) => key)).toEqual(['Astrid'])
    expect([...there.unsent.keys()]).toEqual(['Astrid'])
    expect(keeper.unsentKey(contentOf(waiting))).toBe('k')
    expect(there.draft).toBeNull()
  })

  it('is found again by the next page, but for what may be under way and what is settled here', async () => {
    const { there, outbox, send } = tab()
    const kept = (name: string, isUnderWay = false): UnsentLead => ({
      ...{ key: name, ...contentOf(letterOf(name)), isUnderWay },
    })
    void send(letterOf('Erik'))
    await pass()
    outbox.found([kept('Erik'), kept('Astrid'), kept('Hjördis', true)])
    expect(outbox.state().unsent.map(({ key }) => key)).toEqual(['Astrid'])
    there.posts[0]?.answer(sentAs('1'))
    await pass()
    outbox.found([kept('Erik')])
    expect(outbox.state().unsent.map(({ key }) => key)).toEqual(['Astrid'])
  })

  it('can be given up, and wanted back', async () => {
    const { there, outbox } = tab()
    there.unsent.set('k', contentOf(letterOf('Erik')))
    outbox.found([{ key: 'k', ...contentOf(letterOf('Erik')), isUnderWay: false }])
    const [waiting] = outbox.state().unsent
    if (!waiting) throw new Error('it does not wait')
    outbox.drop(waiting)
    await pass()
    expect([outbox.state().unsent, there.unsent.size]).toEqual([[], 0])
    outbox.restore(waiting)
    await pass()
    expect([...there.unsent.keys()]).toEqual(['k'])
    expect(outbox.state().unsent).toHaveLength(1)
  })

  it('is followed: what becomes of it is told, and the next lead takes its place only then', async () => {
    const { there, outbox, send } = tab()
    void send(letterOf('Erik'))
    await pass()
    there.posts[0]?.answer(sentAs('1', 'pending'))
    void send(letterOf('Astrid'))
    await pass()
    there.posts[1]?.answer(sentAs('2'))
    await pass()
    expect(outbox.state()).toMatchObject({ told: '2', sent: [{ lead: { id: '2' } }, { lead: { id: '1' } }] })
    outbox.became(sentAs('1', 'delivered'))
    expect(outbox.state()).toMatchObject({ told: '1', sent: [{}, { lead: { status: 'delivered' } }] })
    void send(letterOf('Hjördis'))
    await pass()
    there.posts[2]?.answer(sentAs('3'))
    await pass()
    expect(outbox.state().sent.map(({ lead }) => lead.id)).toEqual(['3'])
  })
})
