import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { draftOwnerOf } from '@/lib/drafts/draft'
import type { openDrafts } from '@/lib/drafts/keep-drafts'
import { hasWords, isOfPerson, personIn } from '@/lib/drafts/person-in-draft'
import type { MatchedPerson } from '@/lib/leads/search/search-text'
import { actorName } from '@/lib/leads/store/read-record'
import type { DraftHit, PersonExport } from '@/lib/privacy/person-search'

/** What people have half filled just now, opened: a draft is gone within a day. */
export type LiveDrafts = () => ReturnType<typeof openDrafts>

/** The drafts in which the words are found. */
export async function findDrafts(
  prisma: PrismaClient,
  drafts: LiveDrafts,
  search: string,
): Promise<DraftHit[]> {
  const found = (await drafts()).filter(({ content }) => hasWords(content, search))
  return Promise.all(
    found.map(async ({ actor, savedAt, content }) => {
      const { firstName, lastName } = personIn(content)
      const by = draftOwnerOf(actor)
      const byName = await actorName(prisma, by)
      return { by, byName, savedAt: savedAt.toISOString(), name: `${firstName} ${lastName}`.trim() }
    }),
  )
}

/** The drafts that may be of the persons of some leads. */
export async function exportDrafts(
  prisma: PrismaClient,
  drafts: LiveDrafts,
  leadIds: string[],
): Promise<PersonExport['drafts']> {
  const live = await drafts()
  const persons = live.length === 0 ? [] : await personsOf(prisma, leadIds)
  return live
    .filter(({ content }) => isOfPerson(content, persons))
    .map(({ actor, savedAt, content }) => ({
      ...content,
      by: draftOwnerOf(actor),
      savedAt: savedAt.toISOString(),
    }))
}

/** Empties the drafts that may be of the persons of leads which are about to lose them, in that transaction. */
export async function forgetDrafts(
  transaction: Prisma.TransactionClient,
  live: Awaited<ReturnType<LiveDrafts>>,
  leadIds: string[],
): Promise<void> {
  // For the rest of the transaction: else a trigger empties all of them, as it does where a version erases that knows of none.
  await transaction.$queryRaw`SELECT set_config('lead_api.drafts', 'looked through', true)`
  if (live.length === 0) return
  const persons = await personsOf(transaction, leadIds)
  for (const { actor, content } of live) {
    if (!isOfPerson(content, persons)) continue
    // Whatever it holds by now: what is lost is typed again, what is kept would be kept against a person's will.
    await transaction.$executeRaw`
      UPDATE lead_draft SET sealed = '', revision = revision + 1 WHERE actor = ${actor}`
  }
}

function personsOf(prisma: Prisma.TransactionClient, leadIds: string[]): Promise<MatchedPerson[]> {
  return prisma.lead.findMany({
    where: { id: { in: leadIds }, anonymisedAt: null },
    select: { firstName: true, lastName: true, email: true, phone: true, address: true },
  })
}
