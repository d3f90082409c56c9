'use client'

import type { Route } from 'next'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useCan } from '@/components/auth/can'
import { useShortcutSetting } from './shortcut-setting'
import { shortcuts, useShortcut } from './use-shortcut'

const ShortcutList = dynamic(() => import('./shortcut-list').then((it) => it.ShortcutList))
const Palette = dynamic(() => import('./palette').then((it) => it.Palette))

/** The keys that work on every page, and what listens for all of them. */
export function Shortcuts() {
  const { isOn } = useShortcutSetting()
  const [isListed, setListed] = useState(false)
  const [isSeeking, setSeeking] = useState(false)
  const router = useRouter()
  const [canRead, canWrite] = [useCan('read'), useCan('write')]
  const go = (to: Route, may = canRead) => (may ? () => router.push(to) : null)
  useShortcut('n', go('/leads/new', canWrite))
  useShortcut('g n', go('/leads/new', canWrite))
  useShortcut('g l', go('/leads'))
  useShortcut('g a', go('/leads/to-do'))
  useShortcut('g k', go('/customers'))
  useShortcut('?', canRead ? () => setListed(true) : null)
  useShortcut('/', canRead ? () => focusOn('main input[type="search"]') || router.push('/leads') : null)
  useShortcut('f', canRead ? () => void focusOn('[data-shortcut="filter"]') : null)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isPalette && event.key.toLowerCase() === 'k' && canRead && !isBusy()) {
        event.preventDefault()
        if (!event.repeat) setSeeking(true)
      } else if (!isBusy() && !isMeantFor(event) && shortcuts.press(event, isOn)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn, canRead])

  return (
    <>
      {isListed && <ShortcutList onClose={() => setListed(false)} />}
      {isSeeking && (
        <Palette
          onClose={() => setSeeking(false)}
          onList={() => {
            setSeeking(false)
            setListed(true)
          }}
        />
      )}
    </>
  )
}

/** Whether something is open over the page. A toast is not: it lets the page be used. */
const isBusy = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])') !== null

const takesText =
  'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])'
const takesLetters = '[role="listbox"], [role="menu"], [role="combobox"], [role="grid"], [role="tree"]'
const takesEnter = 'a, button, input, summary, [role="button"], [role="link"], [role="radio"]'

/** Whether a key means something where the focus is. */
function isMeantFor({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(`${takesText}, ${takesLetters}`)) return true
  return key === 'Enter' && target.closest(takesEnter) !== null
}

/** Puts the focus on something, or on the first thing in it that takes it; a button is pressed. Whether it was there. */
function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector)
  const place = found?.matches('a, button, input')
    ? found
    : found?.querySelector<HTMLElement>('button, a, input:checked, input')
  place?.focus()
  if (place?.matches('button')) place.click()
  if (place?.matches('input[type="search"]') && place instanceof HTMLInputElement) place.select()
  return place !== undefined && place !== null
}
