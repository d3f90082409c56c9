import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { LeadForm } from '@/components/leads/form/lead-form'
import { replacedLead } from '@/components/leads/form/replaced-lead'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/api/require-page'
import { actorOf, type Identity } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import type { KeptDraft } from '@/lib/drafts/draft'
import { draftCookie, draftOwner } from '@/lib/drafts/draft-owner'
import { getTranslations } from '@/lib/i18n/get-translations'
import { stockholmDate } from '@/lib/time/stockholm-time'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('shell.newLead') }
}

export default async function NewLeadPage({ searchParams }: PageProps<'/leads/new'>) {
  const identity = await requirePage('write')
  const { replaces } = await searchParams
  const asked = typeof replaces === 'string' ? replaces : null
  const { leads, drafts } = server()
  const [t, owner] = [await getTranslations(), actorOf(identity)]
  const [kept, recent] = await Promise.all([
    readDraft(identity),
    leads.recentCustomers(owner).catch(() => []),
  ])
  // The form begins with the draft, or else with what was sent last and did not arrive.
  const first = kept.draft ?? kept.unsent.find(({ isUnderWay }) => !isUnderWay)
  const mended = asked ?? first?.replaces ?? null
  const record = mended === null ? null : await leads.record(mended)
  if (asked !== null && !record) notFound()
  return (
    <>
      <PageHeader title={t('shell.newLead')} detail={t('leads.form.detail')} />
      <LeadForm
        key={mended}
        today={stockholmDate(new Date())}
        draft={{ owner, kept }}
        replaced={record && replacedLead(record)}
        recent={recent}
      />
    </>
  )

  /** A draft that cannot be had keeps nobody from the form. */
  async function readDraft(of: Identity): Promise<KeptDraft> {
    const none = { revision: null, draft: null, unsent: [] }
    const browser = (await cookies()).get(draftCookie)?.value
    const whose = draftOwner(of, browser)
    return whose === null ? none : drafts.read(whose).catch(() => none)
  }
}
