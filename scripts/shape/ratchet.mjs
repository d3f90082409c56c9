/** @typedef {ReturnType<typeof ratchetOf>} Ratchet */

/** What each figure is called, and whether more of it is better. */
const figures = /** @type {const} */ ([
  ['medianLines', 'lines of the median file', true],
  ['underTwentyPercent', 'percent of files outside app under 20 lines', false],
  ['overTwoHundredLines', 'files over 200 lines', false],
  ['oneImporterPercent', 'percent of modules with one importer', false],
  ['sameFileNames', 'file names that exist twice', false],
  ['sameExportedNames', 'exported names that exist twice', false],
  ['modulesOfALead', 'modules that a lead runs through', false],
])

/** The figures that must not get worse. @param {import('./shape-of.mjs').Shape} shape */
export function ratchetOf(shape) {
  return {
    medianLines: shape.medianLines,
    underTwentyPercent: percent(shape.underTwenty, shape.outsideApp),
    overTwoHundredLines: shape.overTwoHundred.length,
    oneImporterPercent: percent(shape.oneImporter, shape.files),
    sameFileNames: shape.sameFileNames.length,
    sameExportedNames: shape.sameExportedNames.length,
    modulesOfALead: shape.modulesOfALead.length,
  }
}

/**
 * What is worse or better than it was, a line each.
 * @param {Ratchet} before
 * @param {Ratchet} today
 */
export function since(before, today) {
  const line = (/** @type {typeof figures[number]} */ [key, words]) =>
    `${today[key]} ${words}, ${before[key]} before`
  const worse = figures.filter(([key, , more]) => isBetter(before[key], today[key], more)).map(line)
  const better = figures.filter(([key, , more]) => isBetter(today[key], before[key], more)).map(line)
  return { worse, better }
}

/**
 * The better of both, figure by figure: what got worse is not made right by being written down.
 * @param {Ratchet} before
 * @param {Ratchet} today
 * @returns {Ratchet}
 */
export function kept(before, today) {
  const result = { ...before }
  for (const [key, , more] of figures) if (isBetter(today[key], before[key], more)) result[key] = today[key]
  return result
}

const isBetter = (/** @type {number} */ one, /** @type {number} */ other, /** @type {boolean} */ more) =>
  more ? one > other : one < other

/** To a tenth, which is about one file. */
export const percent = (/** @type {number} */ part, /** @type {number} */ whole) =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
