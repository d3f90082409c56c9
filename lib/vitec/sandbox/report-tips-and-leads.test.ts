import { describe, expect, it } from 'vitest'
import { reportTipsAndLeads } from './report-tips-and-leads'
import { sandboxPassword, sandboxUsername } from './require-credentials'
import type { SandboxInboxEntry } from './sandbox-store'

const authorization = `Basic ${btoa(`${sandboxUsername}:${sandboxPassword}`)}`
const entry: SandboxInboxEntry = {
  id: 'CMLEAD1',
  customerId: 'ABC123',
  receivedAt: new Date('2026-01-27T09:00:00.500Z'),
  personLead: {
    firstName: 'Erik',
    lastName: 'Andersson',
    message: 'Du har fått ett lead.',
    typeId: 'LEAD456',
    email: { emailAddress: 'erik.andersson@example.com' },
  },
}

/** Asks the stand-in for a report; gives its answer and the moments it looked between. */
async function ask(query: Record<string, string>, headers: Record<string, string> = { authorization }) {
  const asked: unknown[] = []
  const receivedBy = async (customerId: string, from: Date, to: Date) => {
    asked.push(customerId, from.toISOString(), to.toISOString())
    return [entry]
  }
  const request = new Request(`http://sandbox/?${new URLSearchParams(query)}`, { headers })
  const response = await reportTipsAndLeads(request, { store: { receivedBy } })
  return { status: response.status, answer: await response.json(), asked }
}

const days = { dateFrom: '2026-03-29', dateTo: '2026-03-30' }

describe('the stand-in’s report', () => {
  it('tells of each lead who and when, in Swedish wall-clock time', async () => {
    const { answer } = await ask({ customerId: 'ABC123', ...days })
    expect(answer).toEqual({
      incomingLeads: [
        {
          id: 'CMLEAD1',
          leadSource: { id: 'LEAD456' },
          sentAt: '2026-01-27T10:00:00',
          message: 'Du har fått ett lead.',
          contact: {
            firstName: 'Erik',
            lastName: 'Andersson',
            email: { emailAddress: 'erik.andersson@example.com' },
          },
        },
      ],
      outgoingLeads: [],
      tips: [],
    })
  })

  it('is of Swedish days, the last not part of it', async () => {
    const { asked } = await ask({ customerId: 'ABC123', ...days })
    expect(asked).toEqual(['ABC123', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  })

  it.each([
    ['2026-01-01', '2026-03-01', 200],
    ['2026-01-01', '2026-03-02', 400],
    ['2026-12-31', '2027-02-28', 200],
    ['2026-12-31', '2027-03-01', 400],
    ['2026-03-02', '2026-03-01', 400],
    ['2026-02-30', '2026-03-01', 400],
    ['2026-03-01T00:00:00', '2026-03-01', 400],
    ['', '', 400],
  ])(
    'from %s to %s is answered with %i, because two months are the most',
    async (dateFrom, dateTo, status) => {
      expect(await ask({ customerId: 'ABC123', dateFrom, dateTo })).toMatchObject({ status })
    },
  )

  it('names every field that is missing', async () => {
    const { answer } = await ask({})
    expect(Object.keys(answer.modelState)).toEqual(['customerId', 'dateFrom', 'dateTo'])
  })

  it('is for nobody with other credentials', async () => {
    expect(await ask({ customerId: 'ABC123', ...days }, {})).toMatchObject({ status: 401, asked: [] })
  })

  it.each([
    ['SANDBOX-NOREAD', 403],
    ['SANDBOX-403', 403],
    ['SANDBOX-503', 503],
    ['SANDBOX-LOST', 200],
    ['SANDBOX-TIMEOUT', 200],
    ['SANDBOX-GARBAGE', 200],
  ])('answers %s with %i', async (customerId, status) => {
    expect(await ask({ customerId, ...days })).toMatchObject({ status })
  })
})
