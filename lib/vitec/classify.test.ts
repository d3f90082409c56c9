import { describe, expect, it } from 'vitest'
import { classifyFault } from './classify'

describe('classifyFault', () => {
  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'EPROTO',
    'ECONNRESET',
  ])('takes %s before a secure connection was made for a failed handshake', (code) => {
    expect(classifyFault({ connected: false, secure: true, code })).toMatchObject({
      outcome: 'not_sent',
      errorKind: 'tls',
    })
  })

  it.each(['ENETUNREACH', 'EMFILE', 'SOMETHING_NEW'])(
    'knows that %s before a connection sent nothing',
    (code) => {
      const fault = { connected: false, secure: code !== 'SOMETHING_NEW', code }
      expect(classifyFault(fault)).toMatchObject({ outcome: 'not_sent', errorKind: 'other' })
    },
  )

  it.each(['SOMETHING_NEW', 'ENOTFOUND', 'ECONNREFUSED', 'ERR_SSL_BAD_RECORD_TYPE'])(
    'never calls %s on an open connection safe to retry',
    (code) => {
      expect(classifyFault({ connected: true, secure: true, code })).toMatchObject({ outcome: 'unknown' })
    },
  )
})
