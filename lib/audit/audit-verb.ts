import { z } from 'zod'

/** Everything that is recorded, as what it was done to and what was done. A new one is a line here, and its words. */
export const auditVerbs = [
  'lead.create',
  'lead.send-again',
  'lead.settle',
  'lead.cancel',
  'lead.look-up',
  'lead.export',
  'bulk-send.begin',
  'bulk-send.cancel',
  'customer.add',
  'customer.change',
  'customer.resume',
  'customer.refresh',
  'lead-source.add',
  'lead-source.change',
  'privacy.export',
  'privacy.erase',
  'vitec-account.set',
  'vitec-account.remove',
  'api-key.make',
  'api-key.change',
  'api-key.rotate',
  'api-key.revoke',
  'person.invite',
  'person.withdraw',
  'person.accept',
  'person.change',
  'person.reset',
  'person.sign-in',
  'person.refuse-sign-in',
  'person.refuse-code',
  'person.refuse-password',
  'person.sign-out',
  'person.sign-out-everywhere',
  'person.change-password',
  'person.add-second-factor',
  'person.remove-second-factor',
] as const

export const auditVerbSchema = z.enum(auditVerbs, 'unknown_value')
export type AuditVerb = z.infer<typeof auditVerbSchema>
