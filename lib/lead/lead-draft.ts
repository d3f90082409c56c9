import type { Lead } from './lead'

/** A lead while it is being written: any field may still be missing. */
export type LeadDraft = { [Field in keyof Lead]: Lead[Field] | null }
