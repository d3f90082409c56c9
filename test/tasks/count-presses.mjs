/** Keys that only change what the next one means. */
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']

/**
 * Counts what a person does to a page: keys that are no characters of a text, characters typed into a field, and clicks.
 * What is counted is what the browser was given, whatever the script that drives it says; so it has to begin before the
 * first page is opened.
 * @param {import('playwright').Page} page
 * @returns {Promise<Presses>} goes on counting
 */
export async function countPresses(page) {
  /** @type {Presses} */
  const presses = { keys: 0, characters: 0, clicks: 0 }
  await page.exposeBinding('tellPress', (_, /** @type {keyof Presses} */ kind) => {
    presses[kind] += 1
  })
  await page.addInitScript((modifiers) => {
    const tell = (/** @type {string} */ kind) => Reflect.get(globalThis, 'tellPress')(kind)
    const isField = (/** @type {EventTarget | null} */ place) =>
      place instanceof HTMLTextAreaElement ||
      (place instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(place.type))
    addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || modifiers.includes(event.key)) return
        const isCharacter =
          event.key.length === 1 && !event.ctrlKey && !event.metaKey && isField(event.target)
        tell(isCharacter ? 'characters' : 'keys')
      },
      true,
    )
    addEventListener('mousedown', (event) => event.isTrusted && tell('clicks'), true)
  }, modifiers)
  return presses
}

/** @typedef {{ keys: number, characters: number, clicks: number }} Presses */
