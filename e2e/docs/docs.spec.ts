import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, type Page, test } from 'playwright/test'
import { Webhook } from 'standardwebhooks'
import { type ClosedService, startClosedService } from '../actions/closed-server'
import { violationsOf } from '../actions/violations-of'

const run = promisify(execFile)
const samples = join(import.meta.dirname, '../../docs/samples')

/** Stands in for the `requests` package where Python has none: the two calls that the samples make. */
const withRequests = `
import sys, types, runpy
try:
    import requests
except ImportError:
    import json as codec, urllib.parse, urllib.request, urllib.error
    def call(url, body, headers, timeout):
        sent = urllib.request.Request(url, body, {**headers, "Content-Type": "application/json"})
        try:
            answer = urllib.request.urlopen(sent, timeout=timeout)
        except urllib.error.HTTPError as refused:
            answer = refused
        text = answer.read()
        return types.SimpleNamespace(status_code=answer.status, headers=answer.headers, json=lambda: codec.loads(text))
    def post(url, json, headers, timeout):
        return call(url, codec.dumps(json).encode(), headers, timeout)
    def get(url, params, headers, timeout):
        return call(url + "?" + urllib.parse.urlencode(params), None, headers, timeout)
    sys.modules["requests"] = types.SimpleNamespace(post=post, get=get, RequestException=OSError)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
`

/** Every rule that somebody may compile a client with, and the types of packages are looked at, too. */
const strictly = [
  ...['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes'],
  ...['--noUnusedLocals', '--noImplicitReturns', '--noFallthroughCasesInSwitch', '--ignoreConfig'],
  ...['--target', 'es2023', '--module', 'esnext', '--moduleResolution', 'bundler', '--types', 'node'],
]

const programOf = (manifest: string, file: string) => join(fileURLToPath(manifest), '..', file)

/** What stands before a service while it starts anew: whoever comes is told once that nobody is there, in no JSON. */
async function startGateway(service: string): Promise<{ address: string; stop(): void }> {
  const told = new Set<string>()
  const gateway = createServer((request, response) => {
    const { method, url = '', headers } = request
    const caller = `${method} ${url} ${headers['user-agent']}`
    if (told.has(caller)) {
      const onward = forward(new URL(url, service), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      request.pipe(onward)
      return
    }
    told.add(caller)
    response.writeHead(502, { 'content-type': 'text/html', 'retry-after': '0' }).end('<h1>Bad Gateway</h1>')
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = gateway.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, stop: () => gateway.close() }
}

/** The text of a sample as the page shows it. */
const shown = (page: Page, label: string) =>
  page.getByRole('group', { name: label, exact: true }).textContent()

test('a stranger reads how a client is written, in both themes and at 320 px', { tag: '@all' }, async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto('/docs')
  await expect(page.getByRole('heading', { name: 'Create a lead and deliver it to Vitec' })).toBeVisible()
  // In the open sandbox everybody is shown ids that it has, and needs no key.
  expect(await shown(page, 'Settings')).toContain('API_KEY=none')
  expect(await shown(page, 'With curl')).toContain('"customer_id": "ABC123", "lead_id": "LEAD456"')
  expect(await shown(page, 'Example: lead.replaced')).toContain('replaced_by')
  await expect(
    page
      .getByRole('region', { name: 'Unreleased' })
      .or(page.getByRole('region', { name: /^\d/ }))
      .first(),
  ).toBeVisible()
  await expect(page.getByText('Nothing is on its way out.')).toBeVisible()
  await page.getByRole('link', { name: 'Webhooks' }).first().click()
  await expect(page.getByRole('heading', { name: 'Webhooks' }).first()).toBeInViewport()
  expect(await violationsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page, 'colours')).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})

test.describe('the samples, as they are shown', () => {
  // One service for all of them.
  test.describe.configure({ mode: 'default' })
  test.setTimeout(120_000)
  let service: ClosedService
  let env: NodeJS.ProcessEnv
  test.beforeAll(async () => {
    test.setTimeout(240_000)
    service = await startClosedService()
    const { secret } = await service.makeKey({ customers: null })
    env = { ...process.env, FORCE_COLOR: '0', API_URL: service.address, API_KEY: secret }
  })
  test.afterAll(async () => {
    expect(await service.stop()).toBe(true)
  })

  test('each sends one lead, and the signature checks know a call of ours from another @smoke', async ({
    page,
  }) => {
    await page.goto(`${service.address}/docs`)
    expect(await shown(page, 'Settings')).toContain(`API_URL=${service.address}`)
    // A stranger is told no ids, and who forgets to put some in is told of it.
    const asStranger = await run('sh', ['-c', (await shown(page, 'With curl')) ?? ''], { env })
    expect(JSON.parse(asStranger.stdout)).toMatchObject({
      code: 'invalid_fields',
      errors: [{ field: 'customer.customer_id', code: 'invalid_customer_id' }],
    })
    expect(await page.content()).not.toMatch(/"customer_id": "ABC123", "lead_id": "LEAD456" },\s+"person"/)
    await page.setExtraHTTPHeaders(service.administrator)
    await page.reload()
    const curl = await run('sh', ['-c', (await shown(page, 'With curl')) ?? ''], { env })
    expect(JSON.parse(curl.stdout)).toMatchObject({ status: 'OK', state: 'delivered' })
    const gateway = await startGateway(service.address)
    const through = { env: { ...env, API_URL: gateway.address } }
    const python = await run('python3', ['-c', withRequests, join(samples, 'send_lead.py')], through)
    expect(python.stdout).toMatch(/ delivered\n$/)
    const typescript = await run('node', ['--import', 'tsx', join(samples, 'send-lead.ts')], through)
    expect(typescript.stdout).toMatch(/ delivered\n$/)
    const reconciled = await run(
      'python3',
      ['-c', withRequests, join(samples, 'reconcile.py'), '2026-01-27T00:00:00Z'],
      through,
    )
    gateway.stop()
    expect(reconciled.stdout.replaceAll(/^\S{36} /gm, '')).toBe(
      ['0044', '0043', '0042'].map((number) => `ORDER-2026-${number} delivered \n`).join(''),
    )

    const secret = `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`
    const [id, at, body] = ['e1', new Date(), '{"type":"lead.delivered"}']
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
      'webhook-signature': `v1,AAAA ${new Webhook(secret).sign(id, at, body)}`,
    }
    const { isOurs } = await import('../../docs/samples/verify-webhook')
    expect(isOurs(secret, new Headers(headers), body)).toBe(true)
    expect(isOurs(secret, new Headers(headers), `${body} `)).toBe(false)
    const check = `
import json, runpy, sys
is_ours = runpy.run_path(sys.argv[1])["is_ours"]
headers = json.loads(sys.argv[3])
print(is_ours(sys.argv[2], headers, sys.argv[4].encode()), is_ours(sys.argv[2], headers, b"other"))`
    const verified = await run('python3', [
      ...['-c', check, join(samples, 'verify_webhook.py')],
      ...[secret, JSON.stringify(headers), body],
    ])
    expect(verified.stdout).toBe('True False\n')
  })
  test('a client that openapi-typescript makes of the document compiles under every strict rule, and works', {
    tag: '@all',
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-client-'))
    symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const types = join(folder, 'lead-api.d.ts')
    await run('node', [
      programOf(import.meta.resolve('openapi-typescript/package.json'), 'bin/cli.js'),
      ...[`${service.address}/api/openapi.json`, '--output', types],
    ])
    const client = join(folder, 'generated-client.ts')
    copyFileSync(join(samples, 'generated-client.ts'), client)
    const wrong = join(folder, 'wrong-client.ts')
    const text = readFileSync(client, 'utf8')
    writeFileSync(wrong, text.replace("'Erik'", "''").replace('2026-0045', '2026-0046'))
    const untyped = join(folder, 'untyped-client.ts')
    writeFileSync(untyped, text.replace('5_500_000', "'5500000'"))
    const tsc = programOf(import.meta.resolve('typescript-7/package.json'), 'bin/tsc')
    const compile = (file: string) => run('node', [tsc, ...strictly, file])
    await compile(client)
    await expect(compile(untyped)).rejects.toMatchObject({ stdout: expect.stringContaining('TS2322') })

    const withWebhook = { ...env, WEBHOOK_URL: 'https://receiver.example.com/leads' }
    const used = await run('node', ['--import', 'tsx', client], { env: withWebhook })
    expect(used.stdout).toMatch(
      /^Key \S+ (live|test) \d+\ndelivered \S+\n\[ 'delivered' \]\n.*whsec_\S+\nhttps:\S+ on \[\n/,
    )
    await expect(run('node', ['--import', 'tsx', wrong], { env })).rejects.toMatchObject({
      stderr: expect.stringContaining(
        'invalid_fields; 1 field is wrong; see errors.; person.first_name required',
      ),
    })
    const stranger = { ...env, API_KEY: 'none' }
    await expect(run('node', ['--import', 'tsx', client], { env: stranger })).rejects.toMatchObject({
      stderr: expect.stringContaining('unauthenticated'),
    })
    rmSync(folder, { recursive: true })
  })
})
