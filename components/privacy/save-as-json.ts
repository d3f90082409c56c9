import type { PersonExport } from '@/lib/privacy/person-export'

/** Saves an export as a file. Its name says nothing of the person: names of files are seen by many. */
export function saveAsJson(exported: PersonExport): void {
  const file = new Blob([JSON.stringify(exported, null, 2)], { type: 'application/json' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `personal-data-${exported.exportedAt.slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(address)
}
