import { expect, it } from 'vitest'
import { draftOwner, requireDraftOwner } from './draft-owner'

const id = '0b9df5a4-3b1f-4e0a-9a53-6a1f2f5f7c11'
const asks = (cookie: string) => new Headers({ cookie })

it('is the person who is signed in, whatever their browser says', () => {
  const person = { kind: 'person', id, role: 'staff' } as const
  expect(draftOwner(person, 'x')).toBe(`person:${id}`)
  expect(requireDraftOwner(person, asks(`lead_api_draft=${id}`))).toEqual({
    owner: `person:${id}`,
    setCookie: null,
  })
})

it('is the browser in the open sandbox, because nobody is anybody there', () => {
  const open = { kind: 'open' } as const
  expect(draftOwner(open, undefined)).toBeNull()
  expect(draftOwner(open, "' OR 1")).toBeNull()
  expect(requireDraftOwner(open, asks(`a=b; lead_api_draft=${id}; c=d`))).toEqual({
    owner: `open:${id}`,
    setCookie: null,
  })
  const { owner, setCookie } = requireDraftOwner(open, asks('lead_api_draft=person:1'))
  expect(setCookie).toContain(owner.slice('open:'.length))
  expect(setCookie).toContain('HttpOnly; SameSite=Strict')
})
