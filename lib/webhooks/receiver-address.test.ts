import { describe, expect, it } from 'vitest'
import { addressFault, isAllowedAddress } from './receiver-address'

describe('where a receiver may be', () => {
  it.each([
    ['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1'],
    ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1'],
    ['nonsense', '', '1.2.3', 'fe80::1%eth0'],
  ])('is nowhere inside, however that is written', (...addresses) => {
    for (const address of addresses)
      expect([address, isAllowedAddress(address, 'public')]).toEqual([address, false])
  })

  it('is anywhere on the internet', () => {
    for (const address of [
      '93.184.215.14',
      '8.8.8.8',
      '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
      '::ffff:8.8.8.8',
    ])
      expect([address, isAllowedAddress(address, 'public')]).toEqual([address, true])
  })

  it('is this machine in the open sandbox, and nothing else private', () => {
    expect(isAllowedAddress('127.0.0.1', 'loopback')).toBe(true)
    expect(isAllowedAddress('::1', 'loopback')).toBe(true)
    expect(isAllowedAddress('::ffff:127.0.0.1', 'loopback')).toBe(true)
    expect(isAllowedAddress('10.0.0.1', 'loopback')).toBe(false)
    expect(addressFault('http://127.0.0.1:3000/hook', 'loopback')).toBeNull()
    expect(addressFault('http://localhost/hook', 'loopback')).toBeNull()
    expect(addressFault('http://10.0.0.1/hook', 'loopback')).toBe('not_https')
  })

  it.each([
    ['not a URL', 'invalid_url'],
    ['ftp://example.com/', 'invalid_url'],
    ['https://user:secret@example.com/', 'invalid_url'],
    ['https://example.com/#part', 'invalid_url'],
    ['http://example.com/', 'not_https'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://0x7f000001/', 'private_address'],
    ['https://2130706433/', 'private_address'],
    ['https://0177.0.0.1/', 'private_address'],
    ['https://[::ffff:127.0.0.1]/', 'private_address'],
    ['https://localhost./', 'private_address'],
    ['https://db/', 'private_address'],
    ['https://metadata.google.internal/', 'private_address'],
    ['https://printer.local/', 'private_address'],
  ])('refuses %s as %s', (url, fault) => {
    expect(addressFault(url, 'public')).toBe(fault)
  })

  it('takes a public name, in any script, with a port and a query', () => {
    for (const url of [
      'https://example.com/leads',
      'https://räksmörgås.example:8443/a?b=c',
      'https://8.8.8.8/',
    ])
      expect(addressFault(url, 'public')).toBeNull()
  })
})
