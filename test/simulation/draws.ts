import { seededRandom } from '@/test/run/random.mjs'

/** What a history draws; all of it follows from its seed. */
export type Draws = ReturnType<typeof drawsOf>

export function drawsOf(seed: number) {
  const { below, chance } = seededRandom(seed)
  const pick = <T>(things: readonly [T, ...T[]]): T => things[below(things.length)] ?? things[0]
  return { below, chance, pick, between: (least: number, most: number) => least + below(most - least + 1) }
}
