'use client'

import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useEffect, useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { usePermissions } from '@/components/auth/can'
import { useCustomers } from '@/components/customers/use-customers'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { placeLine } from '@/components/leads/place-line'
import { Data } from '@/components/ui/data'
import { callApi } from '@/lib/api-client/call-api'
import type { Permission } from '@/lib/auth/permissions'
import { leadPageSchema } from '@/lib/leads/lead-view'
import { shortcuts } from './use-shortcut'

/** Of each kind no more are shown: whoever needs another writes more of it. */
const most = 6

/** In ms: what is typed faster is looked for once. */
const typingPause = 200

type PaletteItem = {
  id: string
  text: string
  content?: React.ReactNode
  note?: React.ReactNode
  run: () => void
}
type Section = { name: 'acts' | 'pages' | 'customers' | 'leads'; items: PaletteItem[] }

const pages = [
  { name: 'g a', href: '/leads/to-do', need: 'read' },
  { name: 'g l', href: '/leads', need: 'read' },
  { name: 'g n', href: '/leads/new', need: 'write' },
  { name: 'g k', href: '/customers', need: 'read' },
] as const satisfies { name: string; href: Route; need: Permission }[]

const settings = [
  { name: 'account', href: '/settings/account', need: 'read' },
  { name: 'people', href: '/settings/people', need: 'administer' },
  { name: 'apiKeys', href: '/settings/api-keys', need: 'administer' },
  { name: 'webhooks', href: '/settings/webhooks', need: 'administer' },
  { name: 'sending', href: '/settings/sending', need: 'administer' },
  { name: 'alerts', href: '/settings/alerts', need: 'administer' },
  { name: 'privacy', href: '/settings/privacy', need: 'administer' },
  { name: 'audit', href: '/settings/audit', need: 'administer' },
  { name: 'system', href: '/settings/system', need: 'administer' },
] as const satisfies { name: string; href: Route; need: Permission }[]

const acts = ['e', 's', 'v', 'l'] as const

/** Ways to leave the palette. */
type Ways = { go: <T extends string>(to: Route<T>) => void; onClose: () => void; onList: () => void }

/** All that fits what is typed, the acts of the lead that is open first; sections with nothing in them are left out. */
export function usePaletteSections(typed: string, { go, onClose, onList }: Ways): Section[] {
  const t = useTranslations('shortcuts')
  const tSettings = useTranslations('settings')
  const allowed = usePermissions()
  const { contains } = useFilter({ sensitivity: 'base' })
  const customers = useCustomers().data?.customers ?? []
  const leads = useFoundLeads(typed)
  const fits = ({ text }: PaletteItem) => contains(text, typed.trim())
  const actItems = acts
    .filter((key) => shortcuts.has(key))
    .map(
      (key): PaletteItem => ({
        ...{ id: `act ${key}`, text: t(`keys.${key}`), note: <kbd>{key}</kbd> },
        run: () => {
          onClose()
          // Once the palette is gone, so that a question finds the focus where it belongs.
          setTimeout(() => shortcuts.run(key))
        },
      }),
    )
  const pageItems: PaletteItem[] = [
    ...pages
      .filter(({ need }) => allowed.includes(need))
      .map(({ name, href }) => ({
        ...{ id: href, text: t(`keys.${name}`), note: <kbd>{name}</kbd>, run: () => go(href) },
      })),
    ...settings
      .filter(({ need }) => allowed.includes(need))
      .map(({ name, href }) => ({ id: href, text: tSettings(name), run: () => go(href) })),
    { id: 'keys', text: t('keys.?'), note: <kbd>?</kbd>, run: onList },
  ]
  const customerItems = customers.map(
    ({ id, name, vitecId }): PaletteItem => ({
      ...{ id, text: `${name} ${vitecId}`, note: <Data>{vitecId}</Data>, content: <Data>{name}</Data> },
      run: () => go(`/customers/${id}`),
    }),
  )
  const isTyped = typed.trim() !== ''
  const found: Section[] = [
    { name: 'acts', items: actItems.filter(fits) },
    { name: 'leads', items: leads.map((lead) => ({ ...lead, run: () => go(`/leads/${lead.id}`) })) },
    { name: 'pages', items: pageItems.filter(fits).slice(0, isTyped ? most : 4) },
    { name: 'customers', items: isTyped ? customerItems.filter(fits).slice(0, most) : [] },
  ]
  return found.filter(({ items }) => items.length > 0)
}

/** The newest leads that the log's own search finds. Not kept: they are of persons. */
function useFoundLeads(typed: string): Omit<PaletteItem, 'run'>[] {
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), typingPause)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useQuery({
    queryKey: ['palette', search],
    queryFn: ({ signal }) =>
      callApi('/api/staff/leads/search', {
        ...{ method: 'POST', isRead: true, body: { search }, answer: leadPageSchema, signal },
      }),
    enabled: search.length > 1,
    placeholderData: (before) => before,
    gcTime: 0,
  })
  if (typed.trim().length < 2) return []
  return (data?.leads ?? []).slice(0, most).map((lead) => {
    const name = `${lead.firstName} ${lead.lastName}`
    return {
      id: lead.id,
      text: `${name} ${placeLine(lead)}`,
      content: (
        <>
          <Data className="font-medium">{name}</Data>
          <Data className="min-w-0 truncate text-faint max-sm:whitespace-normal">{placeLine(lead)}</Data>
        </>
      ),
      note: <StatusBadge status={lead.status} />,
    }
  })
}
