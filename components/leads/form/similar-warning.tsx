'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type SimilarLead, similarLeadsSchema } from '@/lib/leads/similar-lead'
import { hasTyped } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

/** How long after the last key it is asked, in ms. */
const pause = 500

type SimilarWarningProps = {
  form: LeadFormState
  /** The lead that is mended: it is like itself. */
  except: string | null
}

/** The leads of the last 30 days that may be of the person who is being typed. It stops nobody. */
export function SimilarWarning({ form, except }: SimilarWarningProps) {
  const t = useTranslations('leads.form.similar')
  const tStatus = useTranslations('leads.status')
  const leads = useSimilarLeads(form, except)
  return (
    <div role="status">
      {leads.length > 0 && (
        <ul aria-label={t('label')} className="mb-2 flex flex-col gap-1 text-sm">
          {leads.map((lead) => (
            <li key={lead.id} className="flex flex-wrap items-center gap-x-1.5 max-lg:not-first:hidden">
              <Icon name="alert" className="text-warning" />
              <span>{t('same', { what: lead.same.map((kind) => t(`kinds.${kind}`)).join(', ') })}</span>
              <Data>{lead.firstName}</Data>
              <span>
                <RelativeTime at={lead.receivedAt} />, {tStatus(lead.status).toLowerCase()}
              </span>
              <TextLink href={`/leads/${lead.id}`} className="inline-flex min-h-6 items-center">
                {t('show')}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Asks for them when the person has been typed for a moment, and when a field is left. What fails says nothing. */
function useSimilarLeads({ getValues, subscribe }: LeadFormState, except: string | null) {
  const [leads, setLeads] = useState<SimilarLead[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = ''
    let asking = new AbortController()
    const ask = () => {
      clearTimeout(timer)
      const { first_name, last_name, phone, email, address } = getValues('person')
      const body = { firstName: first_name, lastName: last_name, phone, email, address, except }
      const content = JSON.stringify(body)
      if (content === asked) return
      asked = content
      asking.abort()
      asking = new AbortController()
      if (!canBeKnown(body)) return setLeads((before) => (before.length === 0 ? before : []))
      const call = { method: 'POST', body, answer: similarLeadsSchema, isRead: true } as const
      callApi('/api/staff/leads/similar', { ...call, signal: asking.signal }).then(
        (found) => setLeads(found.leads),
        () => {},
      )
    }
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        clearTimeout(timer)
        // What was of a form that was emptied goes with it.
        if (!hasTyped(values)) ask()
        else timer = setTimeout(ask, pause)
      },
    })
    ask()
    document.addEventListener('focusout', ask)
    return () => {
      stop()
      document.removeEventListener('focusout', ask)
      clearTimeout(timer)
      asking.abort()
    }
  }, [getValues, subscribe, except])
  return leads
}

type Typed = Record<'firstName' | 'lastName' | 'phone' | 'email' | 'address', string>

/** Whether there is enough of a person for another lead to be known by it. */
const canBeKnown = ({ firstName, lastName, phone, email, address }: Typed) =>
  phone.replace(/\D/g, '').length >= 7 ||
  /.@.+\../.test(email) ||
  [firstName, lastName, address].every((text) => text.trim().length > 1)
