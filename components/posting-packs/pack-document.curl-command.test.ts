import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { packCases } from '@/lib/posting-packs/pack-cases'
import { curlCommand } from './pack-document'
import { printedBody } from './pack-lists'

it('is one command for a shell, whatever is in an id', () => {
  const body = { customer: { lead_id: `it's $(touch x) \`y\` "z" \\` } }
  const text = curlCommand({
    ...{ baseUrl: 'https://leads.example.com', secret: 'lead_test_1', idempotencyKey: 'pass-1', body },
  })
  const words = execFileSync('sh', ['-c', text.replace(/^curl /, "printf '%s\\0' ")], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
  expect(words).toEqual([
    ...['--include', 'https://leads.example.com/api/lead', '--header', 'Authorization: Bearer lead_test_1'],
    ...['--header', 'Content-Type: application/json', '--header', 'Idempotency-Key: pass-1', '--data'],
    printedBody(body),
  ])
})

it('has a body that is the same JSON in few lines', () => {
  for (const { body } of packCases({ customerId: 'ABC123', leadSourceId: "it's" }, new Date())) {
    const text = printedBody(body)
    expect(JSON.parse(text)).toEqual(body)
    expect(text.split('\n').length).toBeLessThan(20)
  }
})
