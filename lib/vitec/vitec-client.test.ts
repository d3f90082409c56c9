import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { exampleLead } from '@/test/support/vitec/example-lead'
import { listenHttp, listenTcp } from '@/test/support/vitec/local-server'
import { sendTo, testClient } from '@/test/support/vitec/test-client'
import { createVitecClient, type VitecConfig } from './vitec-client'

describe('the request', () => {
  it('carries the lead in the names and the places that Vitec documents', async () => {
    const { url, body } = await testClient('http://127.0.0.1:1').prepare(exampleLead, 'Du har fått ett lead.')
    expect(url).toBe('http://127.0.0.1:1/Advertising/Lead/ABC123/Person')
    expect(JSON.parse(body)).toEqual({
      firstName: 'Erik',
      lastName: 'Andersson',
      message: 'Du har fått ett lead.',
      typeId: 'LEAD456',
      telephone: { cell: '+46701234567' },
      email: { emailAddress: 'erik.andersson@example.com' },
      address: { streetAddress: 'Storgatan 12', zipCode: '11422', city: 'Stockholm' },
    })
  })

  it('leaves out what is not given', async () => {
    const lead = { ...exampleLead, zipCode: null, city: null }
    const { body } = await testClient('http://127.0.0.1:1').prepare(lead, 'Du har fått ett lead.')
    expect(JSON.parse(body).address).toEqual({ streetAddress: 'Storgatan 12' })
  })

  it('keeps the path of the base address, and a customer id inside its own part of the path', async () => {
    const lead = { ...exampleLead, vitecCustomerId: '../$&/å' }
    const { url } = await testClient('http://someone:secret@127.0.0.1:1/sandbox/vitec/').prepare(lead, 'x')
    expect(url).toBe('http://127.0.0.1:1/sandbox/vitec/Advertising/Lead/..%2F%24%26%2F%C3%A5/Person')
  })

  it('is sent as it was written down, with Basic credentials in UTF-8, on a connection of its own', async () => {
    const seen: unknown[] = []
    const base = await listenHttp(async (request, response) => {
      const { method, url, headers } = request
      seen.push({ method, url, ...headers, body: await text(request) })
      response.end('"CMLEAD123456"')
    })
    const client = createVitecClient({
      baseUrl: base,
      username: 'partner',
      password: 'lösen:ord',
      leadPath: '/Lead/{customerId}',
      leadSourcesPath: null,
      reportPath: '/Report',
      timeoutMs: 5_000,
    })
    const request = await client.prepare(exampleLead, 'Värd 5 500 000 kr på 150.0 m²')
    expect(await request.send()).toEqual({
      outcome: 'delivered',
      httpStatus: 200,
      vitecLeadId: 'CMLEAD123456',
      answer: '"CMLEAD123456"',
    })
    expect(seen).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: '/Lead/ABC123',
        authorization: `Basic ${Buffer.from('partner:lösen:ord').toString('base64')}`,
        'content-type': 'application/json; charset=utf-8',
        connection: 'close',
        body: request.body,
      }),
    ])
  })
})

describe('the answer', () => {
  const statuses: [number, object][] = [
    [201, { outcome: 'delivered', vitecLeadId: 'CMLEAD1' }],
    [301, { outcome: 'misconfigured', errorKind: 'redirect' }],
    [307, { outcome: 'misconfigured', errorKind: 'redirect' }],
    [400, { outcome: 'rejected' }],
    [401, { outcome: 'misconfigured', errorKind: 'credentials' }],
    [403, { outcome: 'misconfigured', errorKind: 'rights' }],
    [404, { outcome: 'misconfigured', errorKind: 'path' }],
    [405, { outcome: 'misconfigured', errorKind: 'path' }],
    [407, { outcome: 'misconfigured', errorKind: 'credentials' }],
    [408, { outcome: 'unknown', errorKind: 'timeout' }],
    [409, { outcome: 'rejected' }],
    [410, { outcome: 'misconfigured', errorKind: 'path' }],
    [413, { outcome: 'rejected' }],
    [418, { outcome: 'rejected' }],
    [422, { outcome: 'rejected' }],
    [429, { outcome: 'not_saved', errorKind: 'limited', retryAfterMs: null }],
    [500, { outcome: 'not_saved', errorKind: 'server_error', retryAfterMs: null }],
    [501, { outcome: 'unknown', errorKind: 'gateway' }],
    [502, { outcome: 'unknown', errorKind: 'gateway' }],
    [503, { outcome: 'not_saved', errorKind: 'unavailable', retryAfterMs: null }],
    [504, { outcome: 'unknown', errorKind: 'gateway' }],
    [524, { outcome: 'unknown', errorKind: 'gateway' }],
    [599, { outcome: 'unknown', errorKind: 'gateway' }],
  ]
  it.each(statuses)('%i says of the lead what the rules say', async (status, expected) => {
    const base = await listenHttp((_, response) => response.writeHead(status).end('"CMLEAD1"'))
    expect(await sendTo(base)).toMatchObject({ ...expected, httpStatus: status, answer: '"CMLEAD1"' })
  })

  it.each([204, 304])('%i, which has no body, is settled by its status alone', async (status) => {
    const base = await listenHttp((_, response) => response.writeHead(status).end())
    const outcome = status === 204 ? 'unknown' : 'misconfigured'
    expect(await sendTo(base)).toMatchObject({ outcome, httpStatus: status, answer: '' })
  })

  it('that is a success without an id is a doubt, not a delivery', async () => {
    const base = await listenHttp((_, response) => response.end('<html><body>Welcome</body></html>'))
    expect(await sendTo(base)).toMatchObject({
      outcome: 'unknown',
      errorKind: 'unreadable_answer',
      httpStatus: 200,
    })
  })

  it('keeps the words of a refusal as Vitec wrote them', async () => {
    const body = { message: 'The request is invalid.', modelState: { 'personLead.firstName': ['Too long.'] } }
    const base = await listenHttp((_, response) => response.writeHead(400).end(JSON.stringify(body)))
    expect(await sendTo(base)).toMatchObject({
      outcome: 'rejected',
      word: 'The request is invalid. personLead.firstName: Too long.',
      answer: JSON.stringify(body),
    })
  })

  it.each([429, 500, 503])('%i may say when to come back', async (status) => {
    const base = await listenHttp((_, response) => response.writeHead(status, { 'retry-after': '7' }).end())
    expect(await sendTo(base)).toMatchObject({ outcome: 'not_saved', retryAfterMs: 7_000 })
  })

  it('that sends us elsewhere is not followed', async () => {
    const paths: (string | undefined)[] = []
    const base = await listenHttp((request, response) => {
      paths.push(request.url)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await sendTo(base)).toMatchObject({ outcome: 'misconfigured', word: 'HTTP 302 → /elsewhere' })
    expect(paths).toEqual(['/Advertising/Lead/ABC123/Person'])
  })

  it('that shows our own headers does not take the credentials into the record', async () => {
    const base = await listenHttp((request, response) => {
      response.writeHead(400).end(`Bad request. Authorization: ${request.headers.authorization}`)
    })
    expect(await sendTo(base)).toMatchObject({
      word: 'Bad request. Authorization: Basic ***',
      answer: 'Bad request. Authorization: Basic ***',
    })
  })
})

describe('listing lead sources', () => {
  it('gives ids and names in our own names', async () => {
    const base = await listenHttp((request, response) => {
      const known = request.url === '/LeadSources/ABC123' && request.method === 'GET'
      response
        .writeHead(known ? 200 : 404)
        .end('[{"id":"LEAD456","name":"Real AI"},{"id":7,"name":"Web","x":1}]')
    })
    expect(await testClient(base).listLeadSources('ABC123')).toEqual({
      ok: true,
      leadSources: [
        { vitecId: 'LEAD456', name: 'Real AI' },
        { vitecId: '7', name: 'Web' },
      ],
    })
  })

  it('keeps every digit of a long id, and reads a list that ends with the connection', async () => {
    const list = '[{"id":12345678901234567890,"name":"Web"}]'
    const base = await listenTcp((socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${list}`))
    expect(await testClient(base).listLeadSources('ABC123')).toMatchObject({
      leadSources: [{ vitecId: '12345678901234567890' }],
    })
  })

  const refusals: [number, string, string][] = [
    [403, 'No access', 'No access'],
    [502, '', 'HTTP 502'],
    [200, 'Welcome', 'Vitec answered 200, but without a readable list'],
    [200, '[{"name":"no id"}]', 'Vitec answered 200, but without a readable list'],
  ]
  it.each(refusals)('%i with "%s" gives a reason instead of a list', async (status, body, reason) => {
    const base = await listenHttp((_, response) => response.writeHead(status).end(body))
    expect(await testClient(base).listLeadSources('ABC123')).toEqual({ ok: false, reason })
  })

  it('gives a reason when there is no answer', async () => {
    const list = await testClient('http://127.0.0.1:1').listLeadSources('ABC123')
    expect(list).toEqual({ ok: false, reason: 'The connection was refused' })
  })

  it('asks nobody where no path is configured', async () => {
    const config = { baseUrl: 'http://127.0.0.1:1', username: '', password: '', leadPath: '/{customerId}' }
    const client = createVitecClient({
      ...config,
      leadSourcesPath: null,
      reportPath: '/Report',
      timeoutMs: 100,
    })
    expect(await client.listLeadSources('ABC123')).toEqual({
      ok: false,
      reason: 'No path for lead sources is configured',
    })
  })
})

describe('a customer with an account of its own', () => {
  const seen: (string | undefined)[] = []
  const basic = (account: string) => `Basic ${Buffer.from(account).toString('base64')}`
  async function clientWith(accountOf: VitecConfig['accountOf']) {
    const baseUrl = await listenHttp((request, response) => {
      seen.push(request.headers.authorization)
      response.end('"CMLEAD1"')
    })
    const paths = { leadPath: '/{customerId}', leadSourcesPath: '/{customerId}', reportPath: '/Report' }
    const config = { baseUrl, username: 'ours', password: 'common', ...paths, timeoutMs: 5_000 }
    return createVitecClient({ ...config, ...(accountOf && { accountOf }) })
  }

  it('is sent to, listed and looked up with it, and every other customer with the common one', async () => {
    seen.length = 0
    const client = await clientWith(async (id) =>
      id === 'M1' ? { username: 'own', password: 'lösen' } : null,
    )
    for (const vitecCustomerId of ['M1', 'M2']) {
      await (await client.prepare({ ...exampleLead, vitecCustomerId }, 'x')).send()
      await client.listLeadSources(vitecCustomerId)
      await client.listIncomingLeads(vitecCustomerId, '2026-01-26', '2026-01-28')
    }
    const [own, common] = [basic('own:lösen'), basic('ours:common')]
    expect(seen).toEqual([own, own, own, common, common, common])
  })

  it('is not sent to with the common one where its own cannot be read, but paused with the reason', async () => {
    seen.length = 0
    const client = await clientWith(async () => 'unreadable')
    expect(await (await client.prepare(exampleLead, 'x')).send()).toMatchObject({
      outcome: 'misconfigured',
      errorKind: 'unreadable_account',
      httpStatus: null,
      word: expect.stringContaining('cannot be read'),
    })
    expect(await client.listLeadSources('M1')).toMatchObject({ ok: false })
    expect(await client.listIncomingLeads('M1', '2026-01-26', '2026-01-28')).toMatchObject({ ok: false })
    expect(seen).toEqual([])
  })

  it.each([
    ['own', { username: 'own', password: 'lösen-av-egen' }],
    ['common', null],
  ])('never reads its credentials back from Vitec, whatever that answers: the %s ones', async (_, own) => {
    const { username, password } = own ?? { username: 'ours', password: 'hemligt för alla' }
    const pair = Buffer.from(`${username}:${password}`)
    const echoes = [password, encodeURIComponent(password), pair.toString('base64url'), pair.toString('hex')]
    let answer: { status: number; body: unknown; location?: string } = { status: 400, body: '' }
    const baseUrl = await listenHttp((_request, response) => {
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {})
      response.end(JSON.stringify(answer.body))
    })
    const paths = { leadPath: '/{customerId}', leadSourcesPath: '/{customerId}', reportPath: '/Report' }
    const common = { username: 'ours', password: 'hemligt för alla' }
    const client = createVitecClient({
      ...common,
      baseUrl,
      ...paths,
      timeoutMs: 5_000,
      accountOf: async () => own,
    })
    const told: unknown[] = []
    const ask = async () => {
      told.push(await (await client.prepare(exampleLead, 'x')).send())
      told.push(
        await client.listLeadSources('M1'),
        await client.listIncomingLeads('M1', '2026-01-26', '2026-01-28'),
      )
    }
    for (const echo of echoes) {
      const entry = { id: echo, name: echo, message: `Hej ${echo}` }
      for (const body of [echo, [entry], { incomingLeads: [entry] }, { message: `No: ${echo}` }])
        for (const status of [200, 400, 500]) {
          answer = { status, body }
          await ask()
        }
      answer = { status: 302, body: '', location: `/log-in?for=${encodeURIComponent(echo)}` }
      await ask()
    }
    const text = JSON.stringify(told)
    expect(text).toContain('/log-in?for=***')
    expect(text).toContain('Hej ***')
    for (const echo of [...echoes, pair.toString('base64')]) expect(text).not.toContain(echo)
  })

  it('begins no attempt when the database cannot say which account it is', async () => {
    const client = await clientWith(() => Promise.reject(new Error('the database is away')))
    await expect(client.prepare(exampleLead, 'x')).rejects.toThrow('the database is away')
  })
})

describe('listing incoming leads', () => {
  it('asks for a customer’s days, with credentials, and reads more than an ordinary answer', async () => {
    const seen: unknown[] = []
    const filler = Array.from({ length: 2_000 }, () => ({ message: 'x'.repeat(1_000) }))
    const base = await listenHttp((request, response) => {
      seen.push(request.method, request.url, request.headers.authorization)
      response.end(JSON.stringify({ incomingLeads: [...filler, { id: 'CMLEAD7', message: 'Hej' }] }))
    })
    const list = await testClient(base).listIncomingLeads('M1&å', '2026-01-26', '2026-01-28')
    expect(seen).toEqual([
      'GET',
      '/Report?customerId=M1%26%C3%A5&dateFrom=2026-01-26&dateTo=2026-01-28',
      `Basic ${Buffer.from('partner:hemligt ord').toString('base64')}`,
    ])
    expect(list.ok && list.leads.at(-1)).toMatchObject({ vitecLeadId: 'CMLEAD7', message: 'Hej' })
  })

  it('stops reading where a report has no end', async () => {
    const base = await listenHttp((_, response) => {
      response.write('{"incomingLeads":[')
      const more = () => response.write(' '.repeat(1024 * 1024), more)
      more()
    })
    const list = await testClient(base).listIncomingLeads('M1', '2026-01-26', '2026-01-28')
    expect(list).toMatchObject({ ok: false, errorKind: 'unreadable_answer' })
  })

  it('gives a reason when there is no answer, or none in time', async () => {
    const unreachable = await testClient('http://127.0.0.1:1').listIncomingLeads(
      'M1',
      '2026-01-26',
      '2026-01-28',
    )
    expect(unreachable).toMatchObject({ ok: false, errorKind: 'refused' })
    const silent = await listenHttp(() => {})
    const none = await testClient(silent, 200).listIncomingLeads('M1', '2026-01-26', '2026-01-28')
    expect(none).toMatchObject({ ok: false, errorKind: 'timeout' })
  })
})
