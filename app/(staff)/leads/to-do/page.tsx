import type { Metadata } from 'next'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { ToDoList } from '@/components/leads/log/to-do-list'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import { noFilter } from '@/lib/leads/log-filter'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.toDo') }
}

export default async function ToDoPage() {
  await requirePage('read')
  const t = await getTranslations()
  const { leads, delivery } = server()
  const filter = noFilter
  const [page, paused, vitec] = await Promise.all([
    leads.list({ ...filter, cursor: null, list: 'to_do' }),
    leads.pausedCustomers(),
    delivery.vitecState(),
  ])
  const readAt = Date.now()
  return (
    <>
      <PageHeader title={t('shell.toDo')} detail={t('leads.toDo.detail')} />
      <NuqsAdapter>
        <ToDoList initial={{ filter, page, readAt }} vitec={{ state: vitec, readAt }} paused={paused} />
      </NuqsAdapter>
    </>
  )
}
