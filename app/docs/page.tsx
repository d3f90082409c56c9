import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { createTranslator } from 'use-intl/core'
import { Guide, guideParts } from '@/components/docs/guide'
import { CodeTable, OperationView } from '@/components/docs/operation-view'
import { magicCustomerIds } from '@/components/sandbox/magic-customer-ids'
import { PageHeader } from '@/components/ui/page-header'
import { server } from '@/lib/composition/services'
import { apiReference } from '@/lib/docs/api-reference'
import { readSamples } from '@/lib/docs/read-samples'
import { messages } from '@/lib/i18n/get-translations'
import { localeOf } from '@/lib/i18n/language'
import { codeWords } from '@/lib/openapi/openapi-document'

export const metadata: Metadata = { title: 'API' }

/** The samples and the document stay as they are while the process runs. */
const [samples, groups] = [readSamples(), apiReference()]

const lists = [
  { id: 'error-codes', title: 'Codes of refusals', words: codeWords.error.words },
  { id: 'field-codes', title: 'Codes of fields', words: codeWords.field.words },
  { id: 'warning-codes', title: 'Codes of warnings', words: codeWords.warning.words },
]

/** For who writes a client: open to everybody, made from the schemas that check requests. In English, as the API is. */
export default async function DocsPage() {
  const { mode, publicUrl } = server()
  const baseUrl = publicUrl ?? `http://${(await headers()).get('host')}`
  const t = createTranslator({ locale: localeOf.en, messages: messages.en, namespace: 'sandbox.magic.ids' })
  const magic = mode === 'sandbox' ? magicCustomerIds.map((id) => ({ id, meaning: t(id) })) : []
  return (
    <div lang="en" className="max-w-240">
      <PageHeader title="API" detail="For systems that send leads.">
        <a href="/api/openapi.json" className="text-sm text-link underline underline-offset-2">
          OpenAPI document
        </a>
      </PageHeader>
      <nav
        aria-label="Contents"
        className="mb-8 grid gap-2 rounded-lg border border-line bg-surface p-4 text-sm"
      >
        {[
          { name: 'Guide', links: guideParts },
          {
            name: 'Reference',
            links: [...groups.map(({ name }) => ({ id: groupId(name), title: name })), ...lists],
          },
        ].map(({ name, links }) => (
          <div key={name} className="sm:flex sm:gap-5">
            <p className="w-20 shrink-0 leading-6 text-faint">{name}</p>
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {links.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="inline-flex min-h-6 items-center text-link hover:underline">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="grid gap-10">
        <Guide baseUrl={baseUrl} samples={samples} magic={magic} />
        {groups.map(({ name, meaning, operations }) => (
          <section key={name} aria-label={`Reference: ${name}`} className="grid min-w-0 gap-6">
            <div>
              <h2 id={groupId(name)} className="scroll-mt-16 text-lg font-semibold text-ink">
                {name}
              </h2>
              <p className="text-sm text-soft">{meaning}</p>
            </div>
            {operations.map((operation) => (
              <OperationView key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        {lists.map((list) => (
          <CodeTable key={list.id} {...list} />
        ))}
      </div>
    </div>
  )
}

const groupId = (name: string) => `about-${name.toLowerCase().replaceAll(' ', '-')}`
