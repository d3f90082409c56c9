import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { z } from 'zod'
import { Can } from '@/components/auth/can'
import { LeadLog } from '@/components/leads/log/lead-log'
import type { Opening } from '@/components/leads/log/use-lead-filter'
import { LinkButton } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/api/require-page'
import type { Identity } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { getTranslations } from '@/lib/i18n/get-translations'
import { mayExport } from '@/lib/leads/export-rule'
import { type LeadFilter, readAddress } from '@/lib/leads/log-filter'
import { allLeads } from '@/lib/views/view'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.leads') }
}

export default async function LeadsPage({ searchParams }: PageProps<'/leads'>) {
  const identity = await requirePage('read')
  const asked = await searchParams
  const opening = await openingOf(identity, asked.vy)
  const { startViewId } = opening
  if (startViewId !== null && Object.keys(asked).length === 0) redirect(`/leads?vy=${startViewId}` as Route)
  const t = await getTranslations()
  const { access, publicUrl, leads, exportRule, delivery, bulkSends, customers } = server()
  const filter: LeadFilter = {
    ...(opening.view?.filter ?? readAddress(asked)),
    search: '',
    ...opening.link?.filter,
  }
  const isNamed = [filter.customer, filter.source, filter.sender].some(Boolean)
  const [page, filterNames, exports, vitec, recent] = await Promise.all([
    leads.list({ ...filter, cursor: null }),
    isNamed ? leads.filterChoices() : null,
    mayExport(identity, exportRule),
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
      <NuqsAdapter>
        <LeadLog
          initial={{ filter, page, readAt }}
          opening={opening}
          filterNames={filterNames}
          mayExport={exports}
          vitec={{ state: vitec, readAt }}
          bulkSends={{ list: recent, readAt }}
          firstLead={{
            origin: publicUrl ?? `http://${host}`,
            needsKey: access === 'closed',
            customerId: customers.defaultCustomerId ?? 'ABC123',
          }}
        />
      </NuqsAdapter>
    </>
  )
}

/** What an address opens: a view by its id, what a link holds, or neither; and what the reader begins with. */
async function openingOf(identity: Identity, vy: string | string[] | undefined): Promise<Opening> {
  const { views } = server()
  const { startViewId } = await views.list(identity)
  const none = { view: null, link: null, isGone: false, startViewId }
  if (typeof vy !== 'string' || vy === allLeads) return none
  const link = await views.openLink(vy)
  if (link) return { ...none, link: { token: vy, filter: link } }
  const view = z.uuid().safeParse(vy).success ? await views.find(identity, vy) : null
  return { ...none, view, isGone: view === null }
}
