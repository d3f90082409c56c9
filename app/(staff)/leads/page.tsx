import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Can } from '@/components/auth/can'
import { LeadLog } from '@/components/leads/log/lead-log'
import { LinkButton } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import { leadStatusSchema } from '@/lib/leads/lead'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.leads') }
}

export default async function LeadsPage({ searchParams }: PageProps<'/leads'>) {
  await requirePage('read')
  const t = await getTranslations()
  const { access, publicUrl, leads, delivery, bulkSends, customers } = server()
  const status = leadStatusSchema
    .nullable()
    .catch(null)
    .parse((await searchParams).status)
  const filter = { search: '', status }
  const [page, vitec, recent] = await Promise.all([
    leads.list({ ...filter, cursor: null }),
    delivery.vitecState(),
    bulkSends.recent(),
  ])
  const readAt = Date.now()
  const host = (await headers()).get('host') ?? ''
  return (
    <>
      <PageHeader title={t('shell.leads')}>
        <Can permission="write">
          <LinkButton variant="primary" href="/leads/new">
            {t('shell.newLead')}
          </LinkButton>
        </Can>
      </PageHeader>
      <LeadLog
        initial={{ filter, page, readAt }}
        vitec={{ state: vitec, readAt }}
        bulkSends={{ list: recent, readAt }}
        firstLead={{
          origin: publicUrl ?? `http://${host}`,
          needsKey: access === 'closed',
          customerId: customers.defaultCustomerId ?? 'ABC123',
        }}
      />
    </>
  )
}
