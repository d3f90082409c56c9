import { describe, expect, it } from 'vitest'
import type { DraftContent, KeptDraft } from '@/lib/drafts/draft'
import { DraftKeeper } from './draft-keeper'
import { emptyLeadForm, type LeadFormValues } from './lead-form-values'
import { Outbox } from './outbox'
import type { ReplacedLead } from './replaced-lead'
import { beginning } from './use-draft'

const valuesOf = (first_name: string): LeadFormValues => ({
  ...emptyLeadForm,
  person: { ...emptyLeadForm.person, first_name },
})
const never = () => new Promise<never>(() => {})

/** What the form begins with: a draft or none, leads that did not arrive, and the lead that is mended. */
function begin(options: { draft?: DraftContent; unsent?: DraftContent[]; mends?: Partial<ReplacedLead> }) {
  const { draft, unsent = [], mends } = options
  const kept: KeptDraft = {
    revision: 1,
    draft: draft ? { ...draft, savedAt: '2026-03-01T12:00:00Z' } : null,
    unsent: unsent.map((content, number) => ({ ...content, key: `k${number}`, isUnderWay: false })),
  }
  const keeper = new DraftKeeper({ read: never, save: never }, kept)
  const outbox = new Outbox({ keep: never, drop: never, post: never }, keeper)
  outbox.found(kept.unsent)
  const replaced = mends
    ? ({
        ...{ id: 'old', status: 'unknown', receivedAt: '2026-03-01T12:00:00Z', values: valuesOf('Record') },
        ...{ refused: [], mayBeThere: true, blocked: null, replacedById: null, ...mends },
      } satisfies ReplacedLead)
    : null
  const { values, isBeside, letter } = beginning(
    { owner: 'a', keeper, outbox },
    { owner: 'a', kept },
    replaced,
  )
  return { name: values.person.first_name, isBeside, isLetter: letter !== null }
}

const draftOf = (name: string, replaces: string | null = null): DraftContent => ({
  values: valuesOf(name),
  replaces,
})

describe('what the form begins with', () => {
  it('is the lead that is mended, and not the draft of another that its writer had begun', () => {
    const begun = begin({ draft: draftOf('Draft'), mends: {} })
    expect(begun).toEqual({ name: 'Record', isBeside: true, isLetter: false })
  })

  it('is the lead that is mended as far as it had been mended', () => {
    expect(begin({ draft: draftOf('Mended', 'old'), mends: {} })).toMatchObject({
      name: 'Mended',
      isBeside: false,
    })
  })

  it('is a draft, where nothing is mended, and else what did not arrive', () => {
    expect(begin({ draft: draftOf('Draft'), unsent: [draftOf('Unsent')] }).name).toBe('Draft')
    expect(begin({ unsent: [draftOf('Unsent')] })).toMatchObject({ name: 'Unsent', isLetter: true })
    expect(begin({})).toEqual({ name: '', isBeside: false, isLetter: false })
  })

  it('is not what did not arrive in the place of another lead than the one that is mended', () => {
    expect(begin({ unsent: [draftOf('Unsent')], mends: {} })).toMatchObject({
      name: 'Record',
      isLetter: false,
    })
    expect(begin({ unsent: [draftOf('Unsent', 'old')], mends: {} })).toMatchObject({
      name: 'Unsent',
      isLetter: true,
    })
  })
})
