import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { ExportRuleStore } from '@/lib/leads/export-rule'

const row = { where: { number: 1 }, select: { staffMay: true } } as const

/** {@link ExportRuleStore} on PostgreSQL. Without its row nobody has decided yet. */
export function createExportRule(prisma: PrismaClient): ExportRuleStore {
  return {
    staffMay: async () => (await prisma.exportRule.findUnique(row))?.staffMay ?? false,
    set: (staffMay: boolean, requester: Requester) =>
      prisma.$transaction(async (transaction) => {
        const changed = await transaction.$executeRaw`
          INSERT INTO export_rule (number, staff_may) VALUES (1, ${staffMay})
          ON CONFLICT (number) DO UPDATE SET staff_may = EXCLUDED.staff_may
            WHERE export_rule.staff_may <> EXCLUDED.staff_may`
        if (changed === 0) return
        const verb = staffMay ? 'lead-export.allow' : 'lead-export.refuse'
        await recorded(transaction, requester, verb, 'lead-export:staff')
      }),
  }
}
