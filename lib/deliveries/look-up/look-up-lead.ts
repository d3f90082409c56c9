import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import type { LeadStatus } from '@/lib/leads/lead'
import type { LookUpResult } from '../delivery'
import { transitions } from '../transitions'
import { type Doubt, type DoubtWindow, doubtWindows, reportDays, restoredWindow } from './doubt'
import { candidatesFor, decideFinding, type Finding } from './find-lead'
import type { IncomingLead, IncomingLeadList, LookUpStore } from './look-up-store'

export type LookUpPorts = {
  store: LookUpStore
  /** Vitec's report for Swedish days, `YYYY-MM-DD`. */
  list: (vitecCustomerId: string, from: string, to: string) => Promise<IncomingLeadList>
  now: () => Date
}

/**
 * Looks in Vitec whether a lead in doubt arrived, and settles it if one lead there, and one only, is it. Sends nothing.
 * It is recorded before Vitec is asked, unless as a part of a greater act it was (`requester` is `null`).
 * @throws {AppError} `not_found`; `not_allowed` where the lead is not in doubt, an attempt is under way, or it was
 * settled or sent again meanwhile.
 */
export async function lookUpLead(
  ports: LookUpPorts,
  leadId: string,
  requester: Requester | null,
): Promise<LookUpResult> {
  const { store, list, now } = ports
  const doubt = await store.doubt(leadId)
  if (!doubt) throw new AppError('not_found', 'There is no such lead.')
  const windows = isOpenToLookUp(doubt) ? windowsOf(doubt, now()) : []
  if (windows.length === 0) throw notAllowed()

  if (requester) await store.recordAsked(leadId, requester)
  const days = reportDays(windows)
  const report = await list(doubt.vitecCustomerId, days.from, days.to)
  if (!report.ok) {
    const { errorKind, word } = report
    return errorKind === 'rights' ? { kind: 'no_rights' } : { kind: 'failed', errorKind, word }
  }
  const finding = await findIn(report.leads, windows, leadId, { store, doubt })
  if (finding.kind === 'possible') return { ...finding, doubts: windows.length }
  if (finding.kind === 'none') return finding
  const found = { leadId, attemptCount: doubt.attemptCount, vitecLeadId: finding.vitecLeadId }
  if (!(await store.settleFound(found))) throw notAllowed()
  return finding
}

function windowsOf({ restoredSince, attempts }: Doubt, now: Date): DoubtWindow[] {
  return restoredSince ? [restoredWindow(restoredSince, now)] : doubtWindows(attempts)
}

function isOpenToLookUp({ isOurs, restoredSince, status, attempts }: Doubt): boolean {
  const from: readonly LeadStatus[] = restoredSince
    ? [...transitions.look_up.from, ...transitions.settle_restored.from]
    : transitions.look_up.from
  return isOurs && from.includes(status) && attempts.every(({ endedAt }) => endedAt !== null)
}

/** A lead in Vitec that we know to be another of ours is not this one, however alike they are. */
async function findIn(
  report: IncomingLead[],
  windows: DoubtWindow[],
  leadId: string,
  { store, doubt: { vitecCustomerId, sought } }: { store: LookUpStore; doubt: Doubt },
): Promise<Finding> {
  const candidates = candidatesFor(sought, windows, report)
  const ids = candidates.flatMap(({ reported }) => reported.vitecLeadId ?? [])
  const taken = await store.takenVitecIds(leadId, vitecCustomerId, ids)
  return decideFinding(
    candidates.filter(({ reported: { vitecLeadId } }) => !vitecLeadId || !taken.includes(vitecLeadId)),
  )
}

function notAllowed(): AppError {
  return new AppError(
    'not_allowed',
    'The lead is not in doubt, or is being sent, or somebody has settled it.',
  )
}
