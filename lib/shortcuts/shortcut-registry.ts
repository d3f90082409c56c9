/** What of a key press decides which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** `isAct`: it changes the lead that is open, and so does nothing right after another one was shown. */
type Offer = { run: () => void; isAct: boolean }
type Kept = Offer & { offeredAt: number }

export type ShortcutRegistry = ReturnType<typeof createShortcutRegistry>

/** In ms: so long after a record or its act was shown no key acts. A press may have been meant for the one before. */
export const actGuard = 500

/** In ms: so long a page that a key leads to may take. */
const openedWithin = 3_000

/** In ms: so long after `g` the key that says where to go is waited for. */
const sequenceTime = 1_500

/**
 * The shortcuts that what is on the page offers, and which of them a key press runs. Of two offers of a key the newer one
 * counts. `now` is ms since any moment.
 */
export function createShortcutRegistry(now: () => number) {
  const offers = new Map<string, Kept[]>()
  let shownAt = Number.NEGATIVE_INFINITY
  let begunAt = Number.NEGATIVE_INFINITY
  let ranAt = Number.NEGATIVE_INFINITY

  const newest = (key: string) => offers.get(key)?.at(-1)

  return {
    /** Offers a key, as `s` or `g l`; gives what takes it back. */
    offer(key: string, offer: Offer): () => void {
      const kept = { ...offer, offeredAt: now() }
      offers.set(key, [...(offers.get(key) ?? []), kept])
      return () => {
        const left = (offers.get(key) ?? []).filter((other) => other !== kept)
        if (left.length > 0) offers.set(key, left)
        else offers.delete(key)
      }
    },
    /** Another record is in sight from now on. */
    recordShown(): void {
      shownAt = now()
    },
    /** Whether what is shown was opened by a key: then the next key is meant for it. */
    hasJustRun: (): boolean => now() - ranAt < openedWithin,
    /** Whether a key is offered. */
    has: (key: string): boolean => offers.has(key),
    /** Runs what a key offers, however it was chosen; whether there was something. */
    run(key: string): boolean {
      const offer = newest(key)
      offer?.run()
      return offer !== undefined
    },
    /**
     * Runs what a key press offers; whether it meant something. A held key means nothing. `isOn`: whether single characters
     * do, which a person may turn off.
     */
    press(pressed: KeyPress, isOn: boolean): boolean {
      const single = characterOf(pressed)
      if (single === null) return false
      const isCharacter = single.length === 1
      if (isCharacter && !isOn) return false
      const isSecond = now() - begunAt < sequenceTime
      begunAt = !isSecond && single === 'g' ? now() : Number.NEGATIVE_INFINITY
      if (!isSecond && single === 'g') return false
      const offer = newest(isSecond && isCharacter ? `g ${single}` : single)
      if (!offer || (offer.isAct && now() - Math.max(shownAt, offer.offeredAt) < actGuard)) return false
      ranAt = now()
      offer.run()
      return true
    },
  }
}

/** The key as its shortcut is written, on any layout; `null` for one that is held, or pressed with others. */
function characterOf({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }: KeyPress): string | null {
  if (repeat || ctrlKey || metaKey || altKey) return null
  const isLetter = /^\p{L}$/u.test(key)
  // Signs need Shift on some layouts; a letter with it is another letter, and one without it is caps lock's.
  return isLetter && shiftKey ? null : isLetter ? key.toLowerCase() : key
}
