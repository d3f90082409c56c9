'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import {
  isSameFilter,
  type LeadFilter,
  noFilter,
  readAddress,
  type ShownFilter,
  writeAddress,
} from '@/lib/leads/log-filter'
import { allLeads, type SavedView } from '@/lib/views/view'

/**
 * What the address opened, as the server found it: a saved view, or what a link holds; `isGone`: neither is there.
 * `startViewId`: what the log begins with for the reader.
 */
export type Opening = {
  view: SavedView | null
  link: { token: string; filter: LeadFilter } | null
  isGone: boolean
  startViewId: string | null
}

const parsers = {
  status: parseAsString,
  customer: parseAsString,
  source: parseAsString,
  channel: parseAsString,
  sender: parseAsString,
  received: parseAsString,
  tests: parseAsString,
  vy: parseAsString,
}

/**
 * What the log is narrowed to, but for its words, in the address. A view stands there by its id, until something of it is
 * changed: then what it is made of does.
 */
export function useLeadFilter({ view: opened, link: openedLink, startViewId }: Opening) {
  const [{ vy, ...named }, setParams] = useQueryStates(parsers)
  const view = opened?.id === vy ? opened : null
  const link = openedLink?.token === vy ? openedLink : null
  const filter: ShownFilter = view?.filter ?? link?.filter ?? readAddress(named)
  const set = (next: ShownFilter) => {
    const isAll = isSameFilter(next, noFilter)
    void setParams({ ...writeAddress(next), vy: isAll && startViewId !== null ? allLeads : null })
  }
  return {
    filter,
    /** The view that the log stands in, unchanged. */
    view,
    /** What a link has opened, until its words are in the place where words are kept. */
    link,
    set,
    change: (part: Partial<ShownFilter>) => set(withPart(filter, part)),
    clear: () => set(noFilter),
  }
}

/** A lead source is of one customer: it goes with it. */
function withPart(filter: ShownFilter, part: Partial<ShownFilter>): ShownFilter {
  const next = { ...filter, ...part }
  const isOther = part.customer !== undefined && part.customer !== filter.customer
  return isOther && part.source === undefined ? { ...next, source: null } : next
}
