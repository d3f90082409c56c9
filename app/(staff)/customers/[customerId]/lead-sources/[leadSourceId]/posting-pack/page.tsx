import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PostingPackView } from '@/components/posting-packs/posting-pack-view'
import { requirePage } from '@/lib/api/require-page'
import { server } from '@/lib/composition/services'
import { getTranslations, messages, requestLanguage } from '@/lib/i18n/get-translations'
import { type Language, parseLanguage } from '@/lib/i18n/language'
import { idsOf } from '@/lib/posting-packs/keep-posting-packs'
import { packCases } from '@/lib/posting-packs/pack-cases'
import { packFields } from '@/lib/posting-packs/pack-fields'

/** Neither the customer's name nor the lead source's: they are what somebody typed. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t('postingPacks.title') }
}

/** The document stays as it is while the process runs. */
const fields = packFields()

const text = z.string().optional().catch(undefined)
const querySchema = z.object({ lang: text, key: text })

type Props = PageProps<'/customers/[customerId]/lead-sources/[leadSourceId]/posting-pack'>

export default async function PostingPackPage({ params, searchParams }: Props) {
  await requirePage('read')
  const { customerId, leadSourceId } = await params
  const { lang, key } = querySchema.parse(await searchParams)
  const { access, publicUrl, postingPacks } = server()
  const isId = z.uuid().safeParse(leadSourceId).success
  const source = isId ? await postingPacks.source(leadSourceId) : null
  if (source?.customer.id !== customerId) notFound()
  const own = await requestLanguage()
  const language = parseLanguage(lang) ?? own
  const isOpen = access === 'open'
  return (
    <PostingPackView
      key={leadSourceId}
      language={language}
      words={language === own ? null : wordsOf(language)}
      initial={
        isOpen ? null : { state: await postingPacks.state(leadSourceId, key ?? null), readAt: Date.now() }
      }
      pack={{
        ...{ source, fields, cases: packCases(idsOf(source), new Date()) },
        baseUrl: publicUrl ?? `http://${(await headers()).get('host')}`,
      }}
    />
  )
}

/** What the pack needs of the words of the other language: nothing else of them goes over the wire. */
function wordsOf(language: Language) {
  const { ui, postingPacks, leads } = messages[language]
  const { field, propertySubType, occupantType } = leads
  return { ui, postingPacks, leads: { field, propertySubType, occupantType } }
}
