import { describe, expect, it } from 'vitest'
import { aroundNoon, reportedLead, soughtLead } from '@/lib/delivery/testing/sought-lead'
import { candidatesFor, decideFinding, type Finding } from './find-lead'
import type { IncomingLead } from './look-up-store'

const same = (vitecLeadId: string | null = 'CMLEAD1') => reportedLead({ vitecLeadId })
const perhaps = (vitecLeadId: string | null = 'CMLEAD2') => reportedLead({ vitecLeadId, times: [] })
const related = (vitecLeadId: string | null = 'CMLEAD3') => reportedLead({ vitecLeadId, message: 'Hej!' })
const other = reportedLead({ vitecLeadId: 'CMLEAD4', message: 'Hej!', times: [new Date(0)] })

describe('a report', () => {
  it.each<[string, IncomingLead[], Finding]>([
    ['with the lead among others', [other, same(), other], { kind: 'found', vitecLeadId: 'CMLEAD1' }],
    ['with the lead on two lines', [same(), same()], { kind: 'found', vitecLeadId: 'CMLEAD1' }],
    [
      'with the lead, and another of the same person',
      [related(), same()],
      { kind: 'found', vitecLeadId: 'CMLEAD1' },
    ],
    ['with the lead twice', [same('CMLEAD1'), same('CMLEAD9')], { kind: 'possible', count: 2 }],
    ['with the lead, and one that may be it', [same(), perhaps(), other], { kind: 'possible', count: 2 }],
    ['with one that may be it', [perhaps(), related()], { kind: 'possible', count: 1 }],
    ['with the lead, but without its id', [same(null)], { kind: 'possible', count: 1 }],
    ['with two without an id', [same(null), same(null)], { kind: 'possible', count: 2 }],
    ['with others of the same person only', [related('a'), related('b')], { kind: 'possible', count: 2 }],
    ['with others only', [other], { kind: 'none' }],
    ['with nothing', [], { kind: 'none' }],
  ])('%s', (_, report, expected) => {
    expect(decideFinding(candidatesFor(soughtLead, aroundNoon, report))).toEqual(expected)
  })
})
