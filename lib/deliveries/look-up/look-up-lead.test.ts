import { describe, expect, it } from 'vitest'
import { someone } from '@/lib/audit/testing/someone'
import { noon, reportedLead, soughtLead } from '@/lib/delivery/testing/sought-lead'
import type { LookUpResult } from '../delivery'
import type { Doubt } from './doubt'
import { lookUpLead } from './look-up-lead'
import type { IncomingLead, IncomingLeadList } from './look-up-store'

const attempt = { outcome: 'unknown', startedAt: noon, endedAt: noon } as const
const doubt: Doubt = {
  isOurs: true,
  restoredSince: null,
  vitecCustomerId: 'M30011',
  status: 'unknown',
  attemptCount: 1,
  sought: soughtLead,
  attempts: [attempt],
}
const listed = (...leads: IncomingLead[]): IncomingLeadList => ({ ok: true, leads })

/** Looks one lead up; gives the result or the refusal's code, what Vitec was asked, and what was settled. */
async function lookUp({
  found = doubt,
  report = listed(),
  taken = [],
  isSettled = true,
}: {
  found?: Doubt | null
  report?: IncomingLeadList
  taken?: string[]
  isSettled?: boolean
}) {
  const asked: string[] = []
  const settled: unknown[] = []
  const result = await lookUpLead(
    {
      store: {
        doubt: async () => found,
        recordAsked: async () => {
          asked.push('recorded')
        },
        takenVitecIds: async (_lead, _customer, ids) => ids.filter((id) => taken.includes(id)),
        settleFound: async (what) => {
          settled.push(what)
          return isSettled
        },
      },
      list: async (...question) => {
        asked.push(...question)
        return report
      },
      now: () => noon,
    },
    'the lead',
    someone,
  ).catch((error) => error.code)
  return { result, asked, settled }
}

describe('looking a lead up', () => {
  it('is recorded, then asks Vitec for the days around its attempt, and settles it by the id it is found under', async () => {
    expect(await lookUp({ report: listed(reportedLead()) })).toEqual({
      result: { kind: 'found', vitecLeadId: 'CMLEAD1' },
      asked: ['recorded', 'M30011', '2026-02-28', '2026-03-02'],
      settled: [{ leadId: 'the lead', attemptCount: 1, vitecLeadId: 'CMLEAD1' }],
    })
  })

  it('does not take the lead of somebody else of ours for it', async () => {
    const report = listed(reportedLead(), reportedLead({ vitecLeadId: 'CMLEAD2' }))
    expect((await lookUp({ report, taken: ['CMLEAD1'] })).result).toMatchObject({ vitecLeadId: 'CMLEAD2' })
    expect((await lookUp({ report, taken: ['CMLEAD1', 'CMLEAD2'] })).result).toEqual({ kind: 'none' })
  })

  it('says that a lead in doubt twice may be there twice, and settles nothing', async () => {
    const found = { ...doubt, attemptCount: 2, attempts: [attempt, attempt] }
    const report = listed(reportedLead(), reportedLead({ vitecLeadId: 'CMLEAD2' }))
    expect(await lookUp({ found, report })).toMatchObject({
      result: { kind: 'possible', count: 2, doubts: 2 },
      settled: [],
    })
  })

  const noRights = { ok: false, errorKind: 'rights', word: 'No access.' } as const
  const noAnswer = { ok: false, errorKind: 'timeout', word: 'No answer came in time' } as const
  it.each<[string, IncomingLeadList, LookUpResult]>([
    ['an empty report', listed(), { kind: 'none' }],
    ['no right to read', noRights, { kind: 'no_rights' }],
    ['no answer', noAnswer, { kind: 'failed', errorKind: 'timeout', word: 'No answer came in time' }],
  ])('settles nothing on %s', async (_, report, result) => {
    expect(await lookUp({ report })).toMatchObject({ result, settled: [] })
  })

  it.each<[string, Doubt | null, string]>([
    ['does not exist', null, 'not_found'],
    ['is delivered', { ...doubt, status: 'delivered' }, 'not_allowed'],
    ['waits to be sent', { ...doubt, status: 'pending' }, 'not_allowed'],
    ['is being sent', { ...doubt, attempts: [{ ...attempt, outcome: null, endedAt: null }] }, 'not_allowed'],
    ['was never in doubt', { ...doubt, attempts: [] }, 'not_allowed'],
  ])('does not ask Vitec for a lead that %s', async (_, found, code) => {
    expect(await lookUp({ found })).toEqual({ result: code, asked: [], settled: [] })
  })

  it('claims nothing where somebody else settled the lead meanwhile', async () => {
    expect((await lookUp({ report: listed(reportedLead()), isSettled: false })).result).toBe('not_allowed')
  })
})
