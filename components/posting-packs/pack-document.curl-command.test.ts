import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { curlCommand } from './pack-document'

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
    JSON.stringify(body, null, 2),
  ])
})
