import type { Lead, LeadStatus } from '@/lib/leads/lead'
import { leadFromWire, leadRequestSchema, wireLeadSchema } from '@/lib/leads/wire-lead'
import { stockholmDate } from '@/lib/time/stockholm-time'
import type { CaseProgress, PackCase, PackProgress } from './posting-pack'

/** A lead of a test key. */
export type ArrivedLead = { id: string; at: Date; status: LeadStatus; lead: Lead }
/** What a test key was answered where no lead was stored; `leadId`: whose answer was repeated. */
export type TestAnswer = {
  id: string
  at: Date
  httpStatus: number
  code: string
  fields: string[]
  leadId: string | null
}
/** What has come with a test key, the newest first. */
export type Arrived = { leads: ArrivedLead[]; answers: TestAnswer[]; otherLeads: number }

/** The code of an answer that is the one to an earlier request with the same `Idempotency-Key`. */
export const repeatedCode = 'repeated'

const mostOthers = 10

/** How each case stands, by the newest of what came that can be taken for it. */
export function judgeCases(cases: PackCase[], arrived: Arrived): PackProgress {
  const known = cases.flatMap(({ expected }) => (expected.kind === 'refused' ? expected : []))
  const others = arrived.answers.filter(
    (answer) => answer.code !== repeatedCode && !known.some((expected) => isThat(answer, expected)),
  )
  return {
    cases: cases.map((one) => judgeCase(one, arrived)),
    otherRefusals: others.slice(0, mostOthers).map(({ leadId: _, at, ...other }) => ({
      ...other,
      at: at.toISOString(),
    })),
    otherLeads: arrived.otherLeads,
  }
}

function judgeCase({ id, email, body, expected }: PackCase, { leads, answers }: Arrived): CaseProgress {
  const own = leads.filter(({ lead }) => lead.email.toLowerCase() === email)
  const [newest] = own
  const stands = (outcome: CaseProgress['outcome'], fields: string[] = []): CaseProgress => ({
    ...{ id, outcome, fields, leadId: newest?.id ?? null, status: newest?.status ?? null },
    at: newest?.at.toISOString() ?? null,
  })
  switch (expected.kind) {
    case 'taken': {
      if (!newest) return stands('waiting')
      if (notDelivered.includes(newest.status)) return stands('not_delivered')
      const fields = differing(body, newest.lead, expected.nothingElse ?? false)
      if (fields.length > 0) return stands('differs', fields)
      if (!expected.again || answers.some(({ leadId }) => leadId === newest.id)) return stands('passed')
      return stands(own.length > 1 ? 'twice' : 'once')
    }
    case 'rejected':
      if (!newest) return stands('waiting')
      return stands(
        newest.status === 'rejected' ? 'passed' : newest.status === 'pending' ? 'waiting' : 'taken',
      )
    case 'refused': {
      const refusal = answers.find((answer) => isThat(answer, expected))
      if (newest && (!refusal || newest.at > refusal.at)) return stands('taken')
      const none = { id, fields: [], leadId: null, status: null }
      if (!refusal) return { ...none, outcome: 'waiting', at: null }
      return { ...none, outcome: 'passed', at: refusal.at.toISOString() }
    }
  }
}

const notDelivered: LeadStatus[] = ['rejected', 'unknown', 'failed', 'cancelled']

const isThat = ({ code, fields }: TestAnswer, expected: { code: string; fields: string[] }) =>
  code === expected.code &&
  fields.length === expected.fields.length &&
  fields.every((field) => expected.fields.includes(field))

/** A partner's own: told of it, or written by their system, whatever a case has. */
const ownFields: (keyof Lead)[] = ['reference', 'qualification', 'customField', 'valuationDate']

/** The dotted wire paths of what is not as the body gives it; `nothingElse`: also of what it does not give. */
function differing(body: object, arrived: Lead, nothingElse: boolean): string[] {
  const given = leadRequestSchema(stockholmDate(new Date())).parse(body)
  // The lead's own fields: Object.keys forgets whose they are.
  const names = Object.keys(given) as (keyof Lead)[]
  return names
    .filter((name) =>
      given[name] === null ? nothingElse && !ownFields.includes(name) : name !== 'valuationDate',
    )
    .filter((name) => comparable(name, given) !== comparable(name, arrived))
    .map(wirePath)
}

/** Half rooms come with comma or point, and addresses of e-mail in any case. */
function comparable(name: keyof Lead, lead: Lead): Lead[keyof Lead] {
  if (name === 'email') return lead.email.toLowerCase()
  return name === 'rooms' ? (lead.rooms?.replace(',', '.') ?? null) : lead[name]
}

/** What a lead calls each path of the wire, as what reads a lead from the wire says. */
export const leadNames = namesByPath()

function namesByPath(): Map<string, keyof Lead> {
  const { reference: _, ...parts } = wireLeadSchema('2000-01-01').shape
  const paths = Object.entries(parts).map(([part, { shape }]) => [
    part,
    Object.fromEntries(Object.keys(shape).map((field) => [field, `${part}.${field}`])),
  ])
  // Each value is the path it stands at: what is read from it has them under the names of a lead.
  const wire = { reference: 'reference', ...Object.fromEntries(paths) } as Parameters<typeof leadFromWire>[0]
  const lead = leadFromWire(wire)
  // The lead's own fields: Object.keys forgets whose they are.
  return new Map((Object.keys(lead) as (keyof Lead)[]).map((name) => [String(lead[name]), name]))
}

/** How a field of a lead is called on the wire. */
export const wirePath = (name: keyof Lead): string =>
  [...leadNames].find(([, known]) => known === name)?.[0] ?? name
