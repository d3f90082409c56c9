'use client'

import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from './icon'

type DisclosureProps = {
  title: React.ReactNode
  /** Stands at the right of the title, outside its button. */
  aside?: React.ReactNode
  isOpenAtFirst?: boolean
  children: React.ReactNode
}

/** A part that opens and closes. */
export function Disclosure({ title, aside, isOpenAtFirst = false, children }: DisclosureProps) {
  return (
    <AriaDisclosure defaultExpanded={isOpenAtFirst} className="group min-w-0">
      <div className="flex items-center justify-between gap-2">
        <Heading className="min-w-0 grow">
          <Button
            slot="trigger"
            className="-ml-1 flex min-h-7 w-full items-center gap-1 rounded-sm px-1 text-left text-sm font-medium text-ink hover:bg-hover pointer-coarse:min-h-10"
          >
            <Icon name="right" className="text-faint transition-transform group-data-[expanded]:rotate-90" />
            <span>{title}</span>
          </Button>
        </Heading>
        {aside}
      </div>
      <DisclosurePanel>
        <div className="pt-2">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
