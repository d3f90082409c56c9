import { closeSync, mkdtempSync, openSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { socketAddress } from './socket-address'

describe('the address of a socket in a folder', () => {
  const path = mkdtempSync(join(tmpdir(), 'lead-api-address-'))
  const fd = openSync(path, 'r')
  afterAll(() => {
    closeSync(fd)
    rmdirSync(path)
  })

  it.runIf(process.platform === 'linux')('goes by the open folder, so that its path may be long', () => {
    expect(socketAddress({ path, fd }, 'name')).toBe(`/proc/self/fd/${fd}/name`)
  })

  it('is the path where there is no /proc, as far as that fits', () => {
    expect(socketAddress({ path, fd }, 'name', '/nowhere')).toBe(join(path, 'name'))
    const long = { path: `/${'x'.repeat(102)}`, fd }
    expect(socketAddress(long, 'abc', '/nowhere')).toHaveLength(107)
    expect(() => socketAddress(long, 'abcd', '/nowhere')).toThrow(/too long .* may have 102 bytes$/)
  })
})
