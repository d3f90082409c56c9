'use client'

import { ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { fieldStyle } from './field-style'
import { Icon } from './icon'

/** A thing that can be chosen. `note` stands beside the name, fainter: an id, for instance. */
export type Option = { id: string; name: string; note?: string }

type OptionsProps = {
  /** Left out inside a combo box, which filters them. */
  items?: Option[]
  /** Said when there are none. */
  empty: string
}

/** The list that a select or combo box opens. */
export function Options({ items, empty }: OptionsProps) {
  return (
    <Popover className={fieldStyle.popover} offset={4}>
      <ListBox
        {...(items && { items })}
        className="outline-none"
        renderEmptyState={() => <p className="px-2 py-1 text-sm text-faint">{empty}</p>}
      >
        {(option: Option) => (
          <ListBoxItem id={option.id} textValue={option.name} className={fieldStyle.option}>
            {({ isSelected }) => (
              <>
                <Icon name="check" className={isSelected ? 'text-link' : 'invisible'} />
                <span className="min-w-0 grow truncate">{option.name}</span>
                {option.note && <span className="text-xs font-normal text-faint">{option.note}</span>}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
