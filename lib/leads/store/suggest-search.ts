import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import type { Suggestion } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import {
  type KnownWord,
  mostEdits,
  nearWords,
  shortestWord,
  type TypedWord,
  typedWords,
  withWord,
} from '@/lib/leads/search/near-words'
import { foldText } from '../search/search-text'
import { leadConditions } from './lead-filter'
import { makeSearchable } from './make-searchable'
import { isAny } from './record-export'

/** Of each word so many are tried, of a query so many in all. */
const mostOfWord = 3
const mostTries = 8
/** Of the words that are alike, so many are compared letter by letter. */
const mostCompared = 300

/** What leads on from a filter that found nothing: other words, or leads of test keys. */
export async function suggest(prisma: PrismaClient, filter: LeadFilter): Promise<Suggestion> {
  const search = filter.search.trim() === '' ? null : await suggestSearch(prisma, filter)
  if (filter.tests !== null) return { search, tests: false }
  const { exact, loose } = await leadConditions(prisma, { ...filter, tests: 'only' })
  return { search, tests: await isAny(prisma, loose ?? exact) }
}

/**
 * What may have been meant by a search that found nothing: the same query with a word that a person's name or address
 * has in the place of one that is nearly it. It finds a lead under the filter; `null` where none such is found.
 */
export async function suggestSearch(prisma: PrismaClient, filter: LeadFilter): Promise<string | null> {
  // Those of leads that have just come.
  await makeSearchable(prisma)
  const words: { typed: TypedWord; near: string[] }[] = []
  for (const typed of typedWords(filter.search)) {
    const near = nearWords(typed.text, await alike(prisma, foldText(typed.text))).slice(0, mostOfWord)
    const all = [...near, ...(await asTwo(prisma, typed.text))]
    if (all.length > 0) words.push({ typed, near: all })
  }
  for (const search of queriesWith(filter.search, words).slice(0, mostTries)) {
    const { exact, loose } = await leadConditions(prisma, { ...filter, search })
    if (await isAny(prisma, loose ?? exact)) return search
  }
  return null
}

/** The nearest of all words at once, then one word at a time. */
function queriesWith(search: string, words: { typed: TypedWord; near: string[] }[]): string[] {
  const one = words.flatMap(({ typed, near }) => near.map((word) => withWord(search, typed, word)))
  if (words.length < 2) return one
  // From the last to the first, because another length moves what stands after it.
  const all = words.reduceRight(
    (query, { typed, near }) => withWord(query, typed, near[0] ?? typed.text),
    search,
  )
  return [...one, all]
}

/** Words that begin or end as one does, or are like it by their letters: of most that are nearly it, one half is right. */
async function alike(prisma: Prisma.TransactionClient, word: string): Promise<KnownWord[]> {
  // By letters: half of one that takes two places is no text, and PostgreSQL refuses it.
  const letters = [...word]
  const half = Math.floor(letters.length / 2)
  const [beginning, end] = [letters.slice(0, half).join(''), letters.slice(half).join('')]
  const most = mostEdits(word)
  return prisma.$queryRaw<KnownWord[]>`
    SELECT word, leads FROM search_word
    WHERE (word LIKE ${`${beginning}%`} OR word LIKE ${`%${end}`} OR word % ${word}
        OR word = ANY(${swapped(letters)}))
      AND char_length(word) BETWEEN ${letters.length - most}::int AND ${letters.length + most}::int
    ORDER BY similarity(word, ${word}) DESC LIMIT ${mostCompared}`
}

/** Two words that there are for one that was typed: `Annakarin` is sought, and a person is called Anna Karin. */
async function asTwo(prisma: Prisma.TransactionClient, typed: string): Promise<string[]> {
  const letters = [...typed.toLowerCase()]
  const pairs = letters
    .map((_, cut) => [letters.slice(0, cut).join(''), letters.slice(cut).join('')])
    .filter((pair) => pair.every((word) => word.length >= shortestWord))
  const known = await prisma.$queryRaw<{ word: string }[]>`
    SELECT word FROM search_word WHERE word = ANY(${pairs.flat()}::text[])`
  const words = new Set(known.map(({ word }) => word))
  return pairs.filter((pair) => pair.every((word) => words.has(word))).map((pair) => pair.join(' '))
}

/** A word with two neighbours in each other's place, for each two: where they stand in the middle, no half is right. */
const swapped = (letters: string[]) =>
  letters.slice(1).map((letter, at) =>
    letters
      .with(at, letter)
      .with(at + 1, letters[at] ?? '')
      .join(''),
  )
