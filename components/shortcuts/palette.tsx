'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import {
  Dialog as AriaDialog,
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { fieldStyle } from '@/components/ui/field-parts'
import { Icon } from '@/components/ui/icon'
import { inPageLanguage } from '@/components/ui/kit-language'
import { usePaletteSections } from './use-palette-sections'

type PaletteProps = { onClose: () => void; onList: () => void }

/**
 * Looks for leads, customers, pages and acts by what is typed, and goes there. What is typed stands in no address and is kept
 * nowhere.
 */
export const Palette = inPageLanguage(({ onClose, onList }: PaletteProps) => {
  const t = useTranslations('shortcuts')
  const [typed, setTyped] = useState('')
  const router = useRouter()
  const go = <T extends string>(to: Route<T>) => {
    onClose()
    router.push(to)
  }
  const sections = usePaletteSections(typed, { go, onClose, onList })
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-40 flex items-start justify-center bg-backdrop p-4 pt-[12vh]"
    >
      <Modal className="w-full max-w-150 rounded-lg bg-raised shadow-popover">
        <AriaDialog aria-label={t('palette.title')} className="outline-none">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label={t('palette.label')}
              autoFocus
              className="flex items-center border-b border-line"
            >
              <Icon name="search" className="ml-4 text-faint" />
              <Input
                placeholder={t('palette.label')}
                className="h-12 w-full bg-transparent px-3 text-base text-ink outline-none placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <ListBox
              aria-label={t('palette.title')}
              selectionMode="none"
              className="max-h-[50vh] overflow-y-auto p-1.5 outline-none"
              renderEmptyState={() => <p className="px-3 py-4 text-sm text-faint">{t('palette.none')}</p>}
              onAction={(id) =>
                sections
                  .flatMap(({ items }) => items)
                  .find((item) => item.id === id)
                  ?.run()
              }
            >
              {sections.map(({ name, items }) => (
                <ListBoxSection key={name} id={name}>
                  <Header className="px-2 pt-2 pb-1 text-xs font-medium text-faint">
                    {t(`palette.${name}`)}
                  </Header>
                  {items.map(({ id, text, content, note }) => (
                    <ListBoxItem key={id} id={id} textValue={text} className={fieldStyle.option}>
                      <span className="flex min-w-0 grow items-center gap-2">{content ?? text}</span>
                      {note && <span className="shrink-0 text-xs text-faint">{note}</span>}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
})
