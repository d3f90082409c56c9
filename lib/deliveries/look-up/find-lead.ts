import type { DoubtWindow, SoughtLead } from './doubt'
import { type Likeness, likeness } from './likeness'
import type { IncomingLead } from './look-up-store'

/** What a report tells of a lead. `possible`: so many may be it, and no machine can tell. */
export type Finding =
  | { kind: 'found'; vitecLeadId: string }
  | { kind: 'possible'; count: number }
  | { kind: 'none' }

/** A reported lead that may be the one that is sought. */
export type Candidate = { reported: IncomingLead; likeness: Exclude<Likeness, 'other'> }

/** The reported leads that may be the one that is sought, each once. */
export function candidatesFor(
  sought: SoughtLead,
  windows: DoubtWindow[],
  report: IncomingLead[],
): Candidate[] {
  const seen = new Set<string>()
  return report.flatMap((reported) => {
    const { vitecLeadId } = reported
    const like = likeness(sought, windows, reported)
    if (like === 'other' || (vitecLeadId !== null && seen.has(vitecLeadId))) return []
    if (vitecLeadId !== null) seen.add(vitecLeadId)
    return [{ reported, likeness: like }]
  })
}

/**
 * Decides which candidate the lead is. One alone that is the same settles it. Where there are more, the lead may be
 * there twice, and a choice by machine would hide that; another lead of the same person is no such doubt.
 */
export function decideFinding(candidates: Candidate[]): Finding {
  const close = candidates.filter(({ likeness }) => likeness !== 'related')
  const [only, ...more] = close
  if (only?.likeness === 'same' && only.reported.vitecLeadId !== null && more.length === 0) {
    return { kind: 'found', vitecLeadId: only.reported.vitecLeadId }
  }
  const count = close.length || candidates.length
  return count > 0 ? { kind: 'possible', count } : { kind: 'none' }
}
