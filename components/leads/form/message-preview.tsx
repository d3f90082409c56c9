'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { draftLead } from '@/lib/leads/draft-lead'
import { type MessagePart, messageParts } from '@/lib/leads/lead-message'
import { toWireBody } from './to-wire-body'
import type { LeadFormControl } from './use-lead-form'
import type { NewText } from './use-send-lead'
import { useWindowEdge } from './use-window-edge'

type MessagePreviewProps = {
  control: LeadFormControl
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** The server's own text, where it wrote another. */
  newText: NewText | null
}

/**
 * The message that the form as it is would make: beside it, or on a narrow page two lines of it at the window's upper edge,
 * which can be opened. It alone is rendered for each key, besides the field that has it.
 */
export function MessagePreview({ control, today, newText }: MessagePreviewProps) {
  const t = useTranslations('leads.form')
  const [isOpen, setOpen] = useState(false)
  const panel = useWindowEdge<HTMLElement>('top')
  const body = useWatch({ control, compute: toWireBody })
  const parts = useMemo((): MessagePart[] => {
    if (newText?.of === JSON.stringify(body)) return [{ kind: 'text', text: newText.message }]
    return messageParts(draftLead(body, today), today)
  }, [body, today, newText])
  return (
    <section
      ref={panel}
      aria-label={t('message')}
      className="z-20 flex min-w-0 flex-col border-line bg-surface lg:min-h-28 max-lg:sticky max-lg:top-[calc(3rem-1px)] low:max-md:top-0 max-lg:-order-1 max-lg:-mx-4 max-lg:-mt-2 max-lg:border-y sm:max-lg:-mx-6 md:max-lg:top-(--ribbon) lg:rounded-lg lg:border"
    >
      <div className="flex items-center justify-between border-line px-4 max-lg:pt-1 sm:max-lg:px-6 lg:min-h-10 lg:border-b">
        <h2 className="text-sm font-semibold text-ink max-lg:text-xs">{t('message')}</h2>
        <Button
          variant="quiet"
          size="sm"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
          className="-mr-2 h-6 lg:hidden pointer-coarse:h-8"
        >
          {t(isOpen ? 'lessMessage' : 'wholeMessage')}
          <Icon name="chevron" className={isOpen ? 'rotate-180' : ''} />
        </Button>
      </div>
      <MessageText parts={parts} isOpen={isOpen} />
    </section>
  )
}

/**
 * The message to the agent as it stands, with a labelled gap for each thing it still needs. Always Swedish. What does not
 * fit is scrolled to where it changes.
 */
function MessageText({ parts, isOpen }: { parts: MessagePart[]; isOpen: boolean }) {
  const tField = useTranslations('leads.field')
  const t = useTranslations('leads.form')
  const box = useRef<HTMLDivElement>(null)
  const [isScrolled, setScrolled] = useState(false)
  const before = useRef(parts)
  useEffect(() => {
    const [old, element] = [before.current, box.current]
    before.current = parts
    if (!element) return
    setScrolled(element.scrollHeight > element.clientHeight + 1 && (isOpen || !isStrip(element)))
    if (old !== parts) showChange(element, old, parts)
  }, [parts, isOpen])
  return (
    <div
      ref={box}
      tabIndex={isScrolled ? 0 : undefined}
      className={`relative min-h-0 overflow-y-auto px-4 sm:max-lg:px-6 lg:py-4 ${isOpen ? 'max-lg:max-h-[40dvh] max-lg:pb-2' : 'max-lg:mb-1.5 max-lg:h-10 max-lg:overflow-y-hidden'}`}
    >
      <p
        lang="sv"
        translate="no"
        className="text-base leading-6 break-words text-ink max-lg:text-sm max-lg:leading-5"
      >
        {parts.map((part, index) =>
          part.kind === 'text' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <span key={`text ${index}`}>{part.text}</span>
          ) : (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
              key={`gap ${index}`}
              translate="yes"
              className="mx-px inline-block rounded-sm border border-dashed border-control/70 bg-canvas px-1 text-xs leading-4.5 text-faint"
            >
              <span className="sr-only">{t('missing')} </span>
              <span>{tField(part.field)}</span>
            </span>
          ),
        )}
      </p>
    </div>
  )
}

/** Whether it is two lines at the window's edge, which nobody scrolls. */
const isStrip = (box: HTMLElement) => getComputedStyle(box).overflowY === 'hidden'

/** Scrolls a box that is too low for the message to the first place where that is another than it was. */
function showChange(box: HTMLElement, old: MessagePart[], parts: MessagePart[]): void {
  if (box.scrollHeight <= box.clientHeight + 1) return
  const index = parts.findIndex((part, place) => JSON.stringify(part) !== JSON.stringify(old[place]))
  const [part, was] = [parts[index], old[index]]
  const text = box.querySelector('p')?.children[index]?.firstChild
  if (part?.kind !== 'text' || !(text instanceof Text)) return
  const oldText = was?.kind === 'text' ? was.text : ''
  let same = 0
  while (same < oldText.length && part.text[same] === oldText[same]) same++
  const range = document.createRange()
  range.setStart(text, Math.min(same, text.length))
  const line = range.getBoundingClientRect()
  const frame = box.getBoundingClientRect()
  const isSeen = line.top >= frame.top && line.bottom <= frame.bottom
  if (!isSeen) box.scrollTop += line.bottom - frame.bottom
}
