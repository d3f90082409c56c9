import { hasTyped, type LeadFormValues } from './lead-form-values'

let draft: LeadFormValues | null = null

/**
 * Keeps a half-filled form while its writer looks something up on another page. In memory only: it is
 * somebody's personal data, and must be gone when the tab is.
 */
export function keepDraft(values: LeadFormValues): void {
  draft = hasTyped(values) ? structuredClone(values) : null
}

/** The form as it was left, if anything was typed. */
export function keptDraft(): LeadFormValues | null {
  return draft
}
