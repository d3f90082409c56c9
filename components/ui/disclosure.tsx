'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon'

type DisclosureProps = {
  title: React.ReactNode
  /** Stands at the right of the title, outside its button. */
  aside?: React.ReactNode
  isOpenAtFirst?: boolean
  children: React.ReactNode
}

/** A part that opens and closes; the browser's search finds what is in it, and opens it. */
export function Disclosure({ title, aside, isOpenAtFirst = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = panel.current
    if (isOpen || !place) return
    // React knows only what is hidden from the browser's search, too.
    place.setAttribute('hidden', 'until-found')
    const open = () => setOpen(true)
    place.addEventListener('beforematch', open)
    return () => place.removeEventListener('beforematch', open)
  }, [isOpen])
  return (
    <div data-expanded={isOpen || undefined} className="group min-w-0">
      <div className="flex items-center justify-between gap-2">
        <h3 className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
            className="-ml-1 flex min-h-7 w-full items-center gap-1 rounded-sm px-1 text-left text-sm font-medium text-ink hover:bg-hover pointer-coarse:min-h-10"
          >
            <Icon name="right" className="text-faint transition-transform group-data-expanded:rotate-90" />
            <span>{title}</span>
          </button>
        </h3>
        {aside}
      </div>
      <div ref={panel} id={id} hidden={!isOpen}>
        <div className="pt-2">{children}</div>
      </div>
    </div>
  )
}
