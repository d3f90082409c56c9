import { describe, expect, it } from 'vitest'
import { aroundNoon, reportedLead, soughtLead } from '@/lib/delivery/testing/sought-lead'
import type { SoughtLead } from './doubt'
import { type Likeness, likeness } from './likeness'
import type { IncomingLead } from './look-up-store'

type Case = [what: string, changes: Partial<IncomingLead>, expected: Likeness]

const noPerson = { name: null, emails: [], phones: [] }
const noSource = { leadSource: { id: null, name: null } }
const at = (time: string) => ({ times: [new Date(`2026-03-01T${time}Z`)] })
const likenessOf = (changes: Partial<IncomingLead>, sought: Partial<SoughtLead> = {}) =>
  likeness({ ...soughtLead, ...sought }, aroundNoon, reportedLead(changes))

describe('a reported lead with our message', () => {
  it.each<Case>([
    ['all else agrees', {}, 'same'],
    ['nothing is told of the person', noPerson, 'same'],
    ['nothing is told of the source', noSource, 'same'],
    [
      'its white space was changed',
      { message: `${soughtLead.message.replaceAll(' ', '\u00A0')}\r\n` },
      'same',
    ],
    ['the source is told by its name', { leadSource: { id: null, name: 'värdering på webben' } }, 'same'],
    ['the source has another name than in our list', { leadSource: { id: 'LEAD456', name: 'Ny' } }, 'same'],
    ['the name is spelled as the person is known there', { name: 'Öhman, Å.' }, 'same'],
    ['another number is known there', { phones: ['08-123 456 78'] }, 'same'],
    ['it came at the window’s first moment', at('11:50:00'), 'same'],
    ['one reading of its time fits', { times: [at('11:00:00').times, at('12:00:00').times].flat() }, 'same'],
    ['no time is told', { times: [] }, 'perhaps'],
    ['it came an hour later', at('13:00:00'), 'perhaps'],
    ['the source is another', { leadSource: { id: 'LEAD1', name: null } }, 'perhaps'],
    ['the person has another address and number', { emails: ['x@example.com'], phones: [] }, 'perhaps'],
  ])('where %s', (_, changes, expected) => {
    expect(likenessOf(changes)).toBe(expected)
  })
})

describe('a reported lead without a message', () => {
  it.each<Case>([
    ['person and source agree', {}, 'same'],
    ['the name is told last name first', { name: 'VON ÖHMAN, åsa' }, 'same'],
    ['the name’s letters are put together from parts', { name: 'Åsa von Öhman'.normalize('NFD') }, 'same'],
    ['only the e-mail is told, in capitals', { emails: ['ASA.OHMAN@EXAMPLE.COM'], phones: [] }, 'same'],
    ['only the number is told, as Swedes write it', { emails: [], phones: ['070-123 45 67'] }, 'same'],
    ['only the number is told, with two zeros', { emails: [], phones: ['0046 70 123 45 67'] }, 'same'],
    ['nothing is told of the source', noSource, 'perhaps'],
    ['no time is told', { times: [] }, 'perhaps'],
    ['only the name is told', { emails: [], phones: [] }, 'perhaps'],
    ['only the number is told', { name: null }, 'perhaps'],
    ['the number agrees, but not the name', { name: 'Åsa Öhman' }, 'perhaps'],
    ['the name is another', { name: 'Erik', emails: [], phones: [] }, 'other'],
    ['the name agrees, but no way to reach them', { emails: ['x@example.com'], phones: ['112'] }, 'other'],
    ['the source is another', { leadSource: { id: 'LEAD1', name: null } }, 'other'],
    ['it came an hour later', at('13:00:00'), 'other'],
    ['nothing is told of the person', noPerson, 'other'],
  ])('where %s', (_, changes, expected) => {
    expect(likenessOf({ message: null, ...changes })).toBe(expected)
  })
})

describe('a reported lead with another message', () => {
  it.each<Case>([
    ['all else agrees', {}, 'related'],
    ['only the name is told', { emails: [], phones: [] }, 'related'],
    ['it came an hour later', at('13:00:00'), 'other'],
    ['the person is another', { name: 'Erik', emails: [], phones: [] }, 'other'],
    ['nothing is told of the person', noPerson, 'other'],
  ])('where %s', (_, changes, expected) => {
    expect(likenessOf({ message: 'Hej!', ...changes })).toBe(expected)
  })
})

describe('the name of a lead source', () => {
  const named = { leadSource: { id: null, name: 'Kontaktformulär' } }
  it('speaks against a lead only where we know what ours is called', () => {
    expect(likenessOf(named)).toBe('perhaps')
    expect(likenessOf(named, { leadSourceName: null })).toBe('same')
  })
})

describe('another lead of the same person in doubt', () => {
  it('leaves the message as the only sign, because the one in Vitec may be the other', () => {
    expect(likenessOf({ message: null }, { hasTwin: true })).toBe('perhaps')
    expect(likenessOf({}, { hasTwin: true })).toBe('same')
  })
})
