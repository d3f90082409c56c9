import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { can, type Identity } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { missingOr } from '@/lib/validation/fields'

/** Whether staff may save leads as a file, as an administrator has decided; none may before. */
export type ExportRuleStore = {
  staffMay(): Promise<boolean>
  set(staffMay: boolean, requester: Requester): Promise<void>
}

export const exportRuleSchema = z.object(
  { staffMay: z.boolean({ error: missingOr('unknown_value') }) },
  'not_object',
)

/** Whether somebody may save leads as a file: an administrator, and staff where the rule says so. */
export async function mayExport(
  identity: Identity,
  rule: Pick<ExportRuleStore, 'staffMay'>,
): Promise<boolean> {
  if (can(identity, 'administer')) return true
  return can(identity, 'write') && identity.kind === 'person' && (await rule.staffMay())
}

/** @throws {AppError} `forbidden` */
export async function requireExport(
  identity: Identity,
  rule: Pick<ExportRuleStore, 'staffMay'>,
): Promise<void> {
  if (!(await mayExport(identity, rule)))
    throw new AppError('forbidden', 'An administrator has not let you save leads as a file.')
}
