import { describe, expect, it } from 'vitest'
import { birthplace, environmentOf, placeOf } from './environment'

const live = 'https://connect.example.com'
const url = `${live}/Advertising/Lead/M1/Person`
const untouched = { hasBeenSandbox: false }
const former = { hasBeenSandbox: true }

describe('environmentOf', () => {
  it('is the host alone: paths and ports of the same Vitec are the same place, another host is another', () => {
    expect(environmentOf('live', `${live}:443/api/`)).toBe(live)
    expect(environmentOf('live', 'https://qa.example.com/api')).toBe('https://qa.example.com')
  })

  it('is one sandbox, whatever stand-in is called', () => {
    expect(environmentOf('sandbox', undefined)).toBe('sandbox')
    expect(environmentOf('sandbox', 'http://127.0.0.1:4444')).toBe('sandbox')
  })
})

describe('placeOf', () => {
  it.each([
    'http://127.0.0.1:3000/sandbox/vitec/Advertising/Lead/A/Person',
    'http://localhost:9/Person',
    'http://[::1]:4444/Person',
    'http://127.9.9.9/Person',
    'http://192.168.1.5:3000/sandbox/vitec/Advertising/Lead/A/Person',
  ])('knows the sandbox by %s', (address) => expect(placeOf(address)).toBe('sandbox'))

  it('tells nothing by an address that went with its person', () => expect(placeOf('')).toBeNull())
})

describe('birthplace', () => {
  it('is where a lead was sent first, whatever is called today', () => {
    expect(birthplace({ requestUrls: [url], actor: 'key:1' }, former, 'https://new.example.com')).toBe(live)
  })

  it('is the sandbox for whatever was ever sent there, or came from whom nobody asked who they are', () => {
    expect(birthplace({ requestUrls: [url, 'http://127.0.0.1/'], actor: null }, former, live)).toBe('sandbox')
    expect(birthplace({ requestUrls: [], actor: 'open' }, untouched, live)).toBe('sandbox')
  })

  it('is the present place where nothing tells, and never a live one in a database that was a sandbox', () => {
    expect(birthplace({ requestUrls: [''], actor: 'key:1' }, untouched, live)).toBe(live)
    expect(birthplace({ requestUrls: [], actor: 'key:1' }, former, live)).toBe('sandbox')
  })
})
