import { describe, expect, it } from 'vitest'
import { missingStubs } from './missing-stubs.mjs'

const wants = (dependencies: Record<string, string>, version = '1.0.0') => ({
  version,
  optionalDependencies: dependencies,
})

describe('missingStubs', () => {
  it('adds what npm left out, with the platform its name tells, so that npm ci accepts the lock and skips it', () => {
    const packages = { 'node_modules/a': wants({ '@a/linux-x64-musl': '1.2.3', 'a-darwin-arm64': '1.2.3' }) }
    expect(missingStubs({ packages })).toEqual({
      'node_modules/@a/linux-x64-musl': {
        version: '1.2.3',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
      'node_modules/a-darwin-arm64': { version: '1.2.3', optional: true, os: ['darwin'], cpu: ['arm64'] },
    })
  })

  it('leaves a complete lock alone, for then nothing needs to be written', () => {
    const packages = {
      'node_modules/a': wants({ b: '1.2.3', c: '^2.0.0' }),
      'node_modules/a/node_modules/b': { version: '1.2.3' },
      'node_modules/c': { version: '2.1.0' },
    }
    expect(missingStubs({ packages })).toEqual({})
  })

  it('nests a second version below the package that wants it, because the outer place is taken', () => {
    const packages = {
      'node_modules/a': wants({ b: '1.0.0' }),
      'node_modules/x/node_modules/a': wants({ b: '2.0.0' }),
    }
    expect(Object.keys(missingStubs({ packages }))).toEqual([
      'node_modules/b',
      'node_modules/x/node_modules/a/node_modules/b',
    ])
  })

  it('refuses an absent range, because which version it means cannot be known without a registry', () => {
    expect(() => missingStubs({ packages: { 'node_modules/a': wants({ b: '^1.0.0' }) } })).toThrow('b@^1.0.0')
  })
})
