'use client'

import { useEffect, useLayoutEffect } from 'react'
import { useTabText } from '@/components/ui/use-tab-text'

/** Where the log was left: `y` is how far it was scrolled, in px. */
type Place = { address: string; y: number }

let left: Place | null = null
let goesBackTo: Place | null = null

/** A record is opened from the log: what there is to come back to. */
export function leaveLog(): void {
  left = { address: addressNow(), y: window.scrollY }
}

/** The way back to the log is taken: to the place where it was left, or else to its top. */
export function returnToLog(address: string): void {
  goesBackTo = left?.address === address ? left : { address, y: 0 }
}

/** Whether the log is come back to where it was left, rather than opened. */
export const isReturning = (): boolean => goesBackTo !== null && goesBackTo === left

/** Goes where the log was left. */
function takePlace(): void {
  if (goesBackTo) window.scrollTo({ top: goesBackTo.y })
  goesBackTo = null
}

/** A lead that was opened from a list, and where to go on once it has been mended. */
let mendedNext: { leadId: string; address: string } | null = null

/** A record is open in a list, or was opened from one: whoever mends it goes on there, with the next that needs a person. */
export function goOnAfter(leadId: string, following: string | null, address = addressNow()): void {
  const next = following === null ? '' : `${address.includes('?') ? '&' : '?'}lead=${following}`
  mendedNext = { leadId, address: `${address}${next}` }
}

export const isOpenedFromList = (leadId: string): boolean => mendedNext?.leadId === leadId

/** Where to go on after a lead was mended, once; `null` where it was not opened from a list. */
export function takeNextAfter(leadId: string): string | null {
  const address = mendedNext?.leadId === leadId ? mendedNext.address : null
  mendedNext = null
  return address
}

/** The address of the list that is open, without the record beside it. */
function addressNow(): string {
  const { pathname, search } = window.location
  const query = new URLSearchParams(search)
  query.delete('lead')
  const text = query.toString()
  return text === '' ? pathname : `${pathname}?${text}`
}

/** The address of the list that was open last in this tab; empty before one was. It holds a filter, and never the words of a search. */
export const useVisitedLog = (): string => useTabText('log-address')[0]

/** The list that is open is the one to come back to, and is scrolled to where it was left if one comes back. */
export function useRememberedLog(): void {
  const [remembered, remember] = useTabText('log-address')
  useEffect(() => {
    const address = addressNow()
    if (address !== remembered) remember(address)
  })
  useLayoutEffect(takePlace, [])
}
