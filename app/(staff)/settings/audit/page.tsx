import type { Metadata } from 'next'
import { AuditLog } from '@/components/audit/audit-log'
import { requirePage } from '@/lib/api/require-page'
import { auditQuerySchema } from '@/lib/audit/audit-event'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('audit.title') }
}

export default async function AuditPage() {
  await requirePage('administer')
  const page = await server().audit.list(auditQuerySchema.parse({}))
  return <AuditLog initial={{ page, readAt: Date.now() }} />
}
