'use client'

import { FieldError, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { Data } from './data'
import { FieldLabel, FieldNote, type FieldWords, fieldStyle } from './field-parts'
import { Icon } from './icon'

/** A thing that can be chosen. `note` stands beside the name, fainter: an id, for instance. */
export type Option = { id: string; name: string; note?: string }

/** `text`: what stands for it in a field. */
export type ListedOption = Option & { text: string }

type OptionsProps = {
  /** Left out inside a combo box, which filters them. */
  items?: Option[]
  /** Said when there are none. */
  empty: string
}

/**
 * The list that a select or combo box opens. It scrolls itself, and not what it stands in: to show a chosen one that is far
 * down, that would scroll the page too, and a page that scrolls closes the list.
 */
export function Options({ items, empty }: OptionsProps) {
  return (
    <Popover className={`${fieldStyle.popover} flex`} offset={4}>
      <ListBox
        {...(items && { items })}
        className="max-h-78 grow overflow-auto outline-none"
        renderEmptyState={() => <p className="px-2 py-1 text-sm text-faint">{empty}</p>}
      >
        {(option: Option & Partial<ListedOption>) => (
          <ListBoxItem id={option.id} textValue={option.text ?? option.name} className={fieldStyle.option}>
            {({ isSelected }) => (
              <>
                <Icon name="check" className={isSelected ? 'text-link' : 'invisible'} />
                <span translate={option.note ? 'no' : undefined} className="min-w-0 grow truncate">
                  {option.name}
                </span>
                {option.note && <Data className="text-xs font-normal text-faint">{option.note}</Data>}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}

/** The label of a field that opens a list, tied to it by the kit. */
export function ListLabel(words: Pick<FieldWords, 'label' | 'isOptional'>) {
  return <FieldLabel {...words} as={Label} />
}

/** The line under it, as well. */
export function ListNote(words: Pick<FieldWords, 'hint' | 'error'>) {
  return <FieldNote {...words} as={{ error: FieldError, hint: Description }} />
}

function Description(text: { className?: string; children?: React.ReactNode }) {
  return <Text {...text} slot="description" />
}
