'use client'

import { useState } from 'react'
import { IntlProvider, useTranslations } from 'use-intl'
import { PrintButton } from '@/components/privacy/print-button'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { MadeApiKey } from '@/lib/api-keys/api-key'
import { formats, timeZone } from '@/lib/i18n/formats'
import { type Language, languages, localeOf } from '@/lib/i18n/language'
import { PackDocument, type PackDocumentProps } from './pack-document'
import { PackStatus } from './pack-status'
import type { InitialPack } from './use-posting-pack'

type PostingPackViewProps = {
  /** Of the pack, which its partner reads. */
  language: Language
  /** The words of the pack, where they are not those of the page. */
  words: React.ComponentProps<typeof IntlProvider>['messages'] | null
  /** `null` where callers need not say who they are: there are no keys, and nothing tells who sent what. */
  initial: InitialPack | null
  pack: Omit<PackDocumentProps, 'secret'>
}

/** The posting pack of a lead source: what a partner is given, and beside it how far they have come. */
export function PostingPackView({ language, words, initial, pack }: PostingPackViewProps) {
  const t = useTranslations('postingPacks')
  const tCustomer = useTranslations('customers')
  const [told, setTold] = useState<MadeApiKey | null>(null)
  const { customer, leadSource } = pack.source
  const document = <PackDocument {...pack} secret={told?.secret ?? null} />
  return (
    <>
      <TextLink
        href={`/customers/${customer.id}`}
        className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm print:hidden"
      >
        <Icon name="right" className="size-3.5 rotate-180" />
        <span>{t('back')}</span>
      </TextLink>
      <div className="print:hidden">
        <PageHeader
          title={t('title')}
          detail={
            <span className="flex flex-wrap items-center gap-x-2">
              <Data className="wrap-anywhere">
                {customer.name} · {leadSource.name}
              </Data>
              {!leadSource.active && <Badge tone="neutral">{tCustomer('off')}</Badge>}
            </span>
          }
        >
          <LanguageLinks language={language} customerId={customer.id} leadSourceId={leadSource.id} />
          <PrintButton />
        </PageHeader>
      </div>
      <div className="grid gap-6 xl:grid-cols-[24rem_minmax(0,1fr)] print:block">
        <div className="grid min-w-0 content-start gap-4 print:hidden">
          {initial ? (
            <PackStatus source={pack.source} initial={initial} told={told} onTold={setTold} />
          ) : (
            <Notice tone="info" title={t('open.title')}>
              {t('open.detail')}
            </Notice>
          )}
        </div>
        <article
          lang={language}
          className="max-w-200 min-w-0 rounded-lg border border-line bg-surface p-4 sm:p-8 print:max-w-none print:border-0 print:p-0"
        >
          {words ? (
            <IntlProvider {...{ locale: localeOf[language], messages: words, formats, timeZone }}>
              {document}
            </IntlProvider>
          ) : (
            document
          )}
        </article>
      </div>
    </>
  )
}

type LanguageLinksProps = { language: Language; customerId: string; leadSourceId: string }

/** In which language the pack is: the page stays in its reader's. */
function LanguageLinks({ language, customerId, leadSourceId }: LanguageLinksProps) {
  const t = useTranslations('postingPacks')
  return (
    <nav aria-label={t('language')} className="flex items-center gap-1 text-sm">
      {languages.map((id) => (
        <TextLink
          key={id}
          href={`/customers/${customerId}/lead-sources/${leadSourceId}/posting-pack?lang=${id}`}
          replace
          scroll={false}
          lang={id}
          {...(id === language && { 'aria-current': 'page' })}
          className={`inline-flex min-h-8 items-center px-2 pointer-coarse:min-h-10 ${id === language ? 'bg-hover font-medium text-ink' : ''}`}
        >
          {t(`languages.${id}`)}
        </TextLink>
      ))}
    </nav>
  )
}
