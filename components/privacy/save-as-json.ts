import { saveFile } from '@/components/ui/save-file'
import type { PersonExport } from '@/lib/privacy/person-search'

/** Saves an export as a file. */
export function saveAsJson(exported: PersonExport): void {
  const file = new Blob([JSON.stringify(exported, null, 2)], { type: 'application/json' })
  saveFile(file, `personal-data-${exported.exportedAt.slice(0, 10)}.json`)
}
