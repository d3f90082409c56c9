import type { Metadata } from 'next'
import { AuditLog } from '@/components/audit/audit-log'
import { requirePage } from '@/lib/api/require-page'
import { auditQuerySchema } from '@/lib/audit/audit-event'
import { server } from '@/lib/composition/server'
import { getWords } from '@/lib/i18n/get-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getWords()
  return { title: words('audit.title') }
}

export default async function AuditPage() {
  await requirePage('administer')
  const page = await server().audit.list(auditQuerySchema.parse({}))
  return <AuditLog first={{ page, readAt: Date.now() }} />
}
