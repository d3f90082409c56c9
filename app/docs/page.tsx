import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { createTranslator } from 'use-intl/core'
import { Guide, guideParts } from '@/components/docs/guide'
import { AnswerView, CodeTable, EventView, FieldTable, OperationView } from '@/components/docs/operation-view'
import { magicCustomerIds } from '@/components/sandbox/magic-customer-ids'
import { PageHeader } from '@/components/ui/page-header'
import { type Leaving, leaving } from '@/lib/api/leaving'
import { pageIdentity } from '@/lib/api/require-page'
import { defaultCustomer } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { apiReference, commonAnswers, eventReference, refusalFields } from '@/lib/docs/api-reference'
import { placeholders, readApiChanges, readSamples, type SampleIds, withIds } from '@/lib/docs/read-samples'
import { messages } from '@/lib/i18n/get-translations'
import { localeOf } from '@/lib/i18n/language'
import { codeWords, openapiDocument } from '@/lib/openapi/openapi-document'

export const metadata: Metadata = { title: 'API' }

/** The samples, the document and the changelog stay as they are while the process runs. */
const [samples, changes] = [readSamples(), readApiChanges()]
const document = openapiDocument()
const [groups, events] = [apiReference(document), eventReference(document)]
const [refusal, common] = [refusalFields(document), commonAnswers(document)]

const lists = [
  { id: 'error-codes', title: 'Codes of refusals', words: codeWords.error.words },
  { id: 'field-codes', title: 'Codes of fields', words: codeWords.field.words },
  { id: 'warning-codes', title: 'Codes of warnings', words: codeWords.warning.words },
]

/** For who writes a client: open to everybody, made from the schemas that check requests. In English, as the API is. */
export default async function DocsPage() {
  const { publicUrl, people } = server()
  const asksForKey = people !== null
  const baseUrl = publicUrl ?? `http://${(await headers()).get('host')}`
  const own = await ownIds()
  const ids = own ?? placeholders
  const t = createTranslator({ locale: localeOf.en, messages: messages.en, namespace: 'sandbox.magic.ids' })
  const magic = magicCustomerIds.map((id) => ({ id, meaning: t(id) }))
  return (
    <div lang="en" className="max-w-240">
      <PageHeader title="API" detail="For systems that send leads.">
        <a
          href="/api/openapi.json"
          className="inline-flex min-h-6 items-center text-sm text-link underline underline-offset-2"
        >
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
            links: [
              ...groups.map(({ name }) => ({ id: groupId(name), title: name })),
              { id: 'refusals', title: 'Refusals' },
              ...lists,
            ],
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
        <Guide
          {...{ baseUrl, asksForKey, magic, changes }}
          leaving={leaving.map(toShown)}
          samples={withIds(samples, ids)}
          ids={{ ...ids, areOwn: own !== null }}
        />
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
            {name === 'Webhooks' && <EventView events={events} />}
          </section>
        ))}
        <section aria-labelledby="refusals" className="grid min-w-0 gap-2 text-sm">
          <h2 id="refusals" className="scroll-mt-16 text-lg font-semibold text-ink">
            Refusals
          </h2>
          <h3 className="font-medium text-ink">Every answer that refuses a request</h3>
          <FieldTable caption="Fields" fields={refusal} isAnswer />
          <h3 className="font-medium text-ink">Answers that many addresses give</h3>
          <div className="grid gap-1">
            {common.map((answer) => (
              <AnswerView key={answer.meaning} answer={answer} />
            ))}
          </div>
        </section>
        {lists.map((list) => (
          <CodeTable key={list.id} {...list} />
        ))}
      </div>
    </div>
  )
}

const toShown = ({ operation, field, ...entry }: Leaving) => ({
  ...entry,
  what: field ? `${field.name} in ${operation}` : operation,
})

/** Ids for who may see some; `null` for strangers, and where there are none or they cannot be told. */
async function ownIds(): Promise<SampleIds | null> {
  try {
    const identity = await pageIdentity()
    const { customers } = server()
    const customer = identity && defaultCustomer(identity, customers.defaultCustomerId)
    if (!customer) return null
    const [leadSource] = await customers.activeLeadSources(customer, identity)
    return leadSource ? { customer, leadSource: leadSource.vitecId } : null
  } catch {
    return null
  }
}

const groupId = (name: string) => `about-${name.toLowerCase().replaceAll(' ', '-')}`
