import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { securityHeaders } from './security-headers'

function answer(options = { isHttps: false, isDev: false }, headers = {}) {
  const request = Object.assign(new IncomingMessage(new Socket()), { headers })
  const response = new ServerResponse(request)
  securityHeaders(options)(request, response)
  const policy = String(response.getHeader('content-security-policy'))
  return { policy, headers: response.getHeaders(), asked: request.headers['content-security-policy'] }
}
const nonceOf = (policy: string) => /script-src 'nonce-([^']+)'/.exec(policy)?.[1]

it('lets only scripts run that carry the nonce of this very answer, because what somebody got into a page has none', () => {
  const [first, second] = [answer(), answer()]
  expect(nonceOf(first.policy)).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy))
  expect(first.policy).not.toMatch(/script-src[^;]*(unsafe|'self'|https?:)/)
})

it('gives Next the same nonce, whatever policy the caller sent', () => {
  const { policy, asked } = answer(undefined, { 'content-security-policy': "script-src 'nonce-mine'" })
  expect(asked).toBe(policy)
})

it('loads nothing from elsewhere, sends no form elsewhere, and is shown in nobody’s frame', () => {
  const { policy, headers } = answer()
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).not.toMatch(/https?:|\*/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
})

it('holds browsers to https where people come over https, and not where that would lock them out', () => {
  expect(answer({ isHttps: true, isDev: false }).headers['strict-transport-security']).toBe(
    'max-age=31536000',
  )
  expect(answer().headers).not.toHaveProperty('strict-transport-security')
})

it('allows eval in development, where React needs it, and nowhere else', () => {
  expect(answer({ isHttps: false, isDev: true }).policy).toContain("'unsafe-eval'")
  expect(answer().policy).not.toContain('eval')
})
