import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { storeLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import type { AttemptResult, ErrorKind } from '@/lib/deliveries/attempt-result'
import type { LeadStatus } from '@/lib/leads/lead'
import { sendingInstance } from '@/lib/server/testing/sending-instance'
import { type BrokenVitec, brokenVitec } from '@/lib/vitec/testing/broken-vitec'
import { type SocketFault, socketFaults } from '@/lib/vitec/testing/socket-faults'
import { testClient } from '@/lib/vitec/testing/test-client'

type Expected = [
  outcome: AttemptResult['outcome'],
  errorKind: ErrorKind | null,
  status: LeadStatus,
  attemptsAfterTwoDays: number,
  requestsSeen: number,
]

/** Two days are longer than any wait of the schedule: what has one attempt then is not tried again by machine. */
const table: Record<SocketFault, Expected> = {
  'the connection is refused': ['not_sent', 'refused', 'pending', 2, 0],
  'the host name is not found': ['not_sent', 'dns', 'pending', 2, 0],
  'https to a server that speaks none': ['not_sent', 'tls', 'pending', 2, 0],
  'a certificate that nobody vouched for': ['not_sent', 'tls', 'pending', 2, 0],
  'http to a server that speaks https': ['unknown', 'reset', 'unknown', 1, 1],
  'reset when the request arrives': ['unknown', 'reset', 'unknown', 1, 1],
  'closed without an answer': ['unknown', 'reset', 'unknown', 1, 1],
  'reset within the headers': ['unknown', 'reset', 'unknown', 1, 1],
  'reset before the id': ['unknown', 'reset', 'unknown', 1, 1],
  'reset within the id': ['unknown', 'reset', 'unknown', 1, 1],
  'reset after the id': ['delivered', null, 'delivered', 1, 1],
  'half an answer, with the id': ['delivered', null, 'delivered', 1, 1],
  'half an answer, without the id': ['unknown', 'reset', 'unknown', 1, 1],
  'a bare id that ends with the connection': ['unknown', 'unreadable_answer', 'unknown', 1, 1],
  'a text that ends with the connection': ['delivered', null, 'delivered', 1, 1],
  'an error that calls itself a success': ['unknown', 'unreadable_answer', 'unknown', 1, 1],
  'half a refusal': ['rejected', null, 'rejected', 1, 1],
  'half a 503': ['not_saved', 'unavailable', 'pending', 2, 2],
  'no answer at all': ['unknown', 'timeout', 'unknown', 1, 1],
  'headers that drip': ['unknown', 'timeout', 'unknown', 1, 1],
  'an answer that drips': ['unknown', 'timeout', 'unknown', 1, 1],
  '100 Continue, and no more': ['unknown', 'reset', 'unknown', 1, 1],
  '103 Early Hints, and no more': ['unknown', 'timeout', 'unknown', 1, 1],
  'an answer that is not HTTP': ['unknown', 'unreadable_answer', 'unknown', 1, 1],
  'a success of a gigabyte': ['unknown', 'unreadable_answer', 'unknown', 1, 1],
  'a 500 of a gigabyte': ['not_saved', 'server_error', 'pending', 2, 2],
}
// Object.entries forgets which keys there are.
const rows = Object.entries(table) as [SocketFault, Expected][]

const begin = new Date('2026-03-01T12:00:00Z')
const twoDays = 48 * 3_600_000
/** Far more than the buffers of a connection, far less than a gigabyte. */
const muchTooMuch = 64 * 2 ** 20

describe.each(testDatabases)('what a broken network makes of a lead, on $kind', ({ create }) => {
  let database: Database
  let customers = 0
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  /** Stores a lead, delivers it, lets two days pass, and does what the machine does then. */
  const deliver = async ({ baseUrl }: BrokenVitec) => {
    customers += 1
    const leadId = await storeLead(database, { customerId: `C${customers}`, at: begin })
    const { at, send, state } = sendingInstance(database, testClient(baseUrl, 1_500))
    await send(leadId, begin)
    const status = (await state(leadId))?.status
    const later = new Date(begin.getTime() + twoDays)
    expect(await (await at(later)).settleInterrupted(), 'none was left open').toBe(0)
    await send(leadId, later)
    const attempts = await database.prisma.deliveryAttempt.findMany({
      where: { leadId },
      orderBy: { number: 'asc' },
      select: { outcome: true, errorKind: true, answer: true },
    })
    return { status, attempts }
  }

  it.each(rows)('%s', async (fault, [outcome, errorKind, status, attempts, requests]) => {
    const vitec = await socketFaults[fault]()
    const told = await deliver(vitec)
    expect({ ...told, requests: vitec.requests() }).toEqual({
      status,
      attempts: Array(attempts).fill({ outcome, errorKind, answer: expect.toSatisfy(isShort) }),
      requests,
    })
    expect(vitec.written()).toBeLessThan(muchTooMuch)
  })

  it.each(['http://10.0.0.1/', 'http://127.0.0.1:PORT/', '//127.0.0.1:PORT/'])(
    'sent on to %s, which is not asked: the customer is paused, and probed once',
    async (place) => {
      const other = await brokenVitec((socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"CMLEAD1"'),
      )
      const target = place.replace('PORT', new URL(other.baseUrl).port)
      const vitec = await brokenVitec((socket) =>
        socket.end(`HTTP/1.1 302 Found\r\nLocation: ${target}\r\nContent-Length: 0\r\n\r\n`),
      )
      const redirected = { outcome: 'misconfigured', errorKind: 'redirect', answer: '' }
      expect(await deliver(vitec)).toEqual({ status: 'pending', attempts: [redirected, redirected] })
      expect({ vitec: vitec.requests(), other: other.requests() }).toEqual({ vitec: 2, other: 0 })
    },
  )
})

/** At most 64 KiB of an answer are kept. */
const isShort = (answer: string | null) => answer === null || answer.length <= 64 * 1024
