import { parse } from 'node:path'
import { valueAt } from '../../test/measure/percentile.mjs'
import { importersOf } from './importers.mjs'
import { exportedNames, isNamedByNext, productFiles } from './product-code.mjs'
import { percent } from './ratchet.mjs'

/** @typedef {{ name: string, paths: string[] }} SharedName */
/** @typedef {{ path: string, lines: number }} FileLines */
/** @typedef {Awaited<ReturnType<typeof shapeOf>>} Shape */

/**
 * How the product's code is cut. A file in `app` may be short, because Next wants one for every address; and what it and
 * its exports are called is Next's choice.
 * @param {string} root
 * @param {string[]} ofALead the modules that a lead runs through, as the engine counts them
 */
export async function shapeOf(root, ofALead) {
  const files = productFiles(root)
  const sizes = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  const lines = sizes.map((file) => file.lines)
  const ours = sizes.filter(({ path }) => !path.startsWith('app/'))
  const named = files.filter(({ path }) => !isNamedByNext(path))
  const importers = await importersOf(
    root,
    files.map(({ path }) => path),
  )
  return {
    files: files.length,
    medianLines: valueAt(lines, 0.5),
    p90Lines: valueAt(lines, 0.9),
    outsideApp: ours.length,
    underTwenty: ours.filter((file) => file.lines < 20).length,
    overTwoHundred: sizes.filter((file) => file.lines > 200),
    oneImporter: [...importers.values()].filter((some) => some.length === 1).length,
    sameFileNames: shared(named, ({ path }) => [parse(path).name]),
    sameExportedNames: shared(named, exportedNames),
    modulesOfALead: ofALead,
  }
}

/**
 * @param {import('./product-code.mjs').ProductFile[]} files
 * @param {(file: import('./product-code.mjs').ProductFile) => string[]} namesOf
 * @returns {SharedName[]} by name
 */
function shared(files, namesOf) {
  /** @type {Map<string, string[]>} */
  const paths = new Map()
  for (const file of files)
    for (const name of namesOf(file)) paths.set(name, [...(paths.get(name) ?? []), file.path])
  return [...paths]
    .filter(([, some]) => some.length > 1)
    .map(([name, some]) => ({ name, paths: some }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The shape in words, with the names of what could be cut otherwise.
 * @param {Shape} shape
 */
export function shapeTable(shape) {
  const { files, medianLines, p90Lines, underTwenty, outsideApp, oneImporter } = shape
  return [
    `${files} files; lines: median ${medianLines}, p90 ${p90Lines}`,
    `${underTwenty} of ${outsideApp} outside app under 20 lines: ${percent(underTwenty, outsideApp)} %`,
    `${oneImporter} modules with one importer: ${percent(oneImporter, files)} %`,
    `${shape.overTwoHundred.length} files over 200 lines`,
    ...shape.overTwoHundred.map(({ path, lines }) => `  ${path} ${lines}`),
    `${shape.sameFileNames.length} file names that exist twice`,
    ...shape.sameFileNames.map(whereNamed),
    `${shape.sameExportedNames.length} exported names that exist twice`,
    ...shape.sameExportedNames.map(whereNamed),
    `${shape.modulesOfALead.length} modules that a lead runs through, besides those of the database`,
  ].join('\n')
}

const whereNamed = (/** @type {SharedName} */ { name, paths }) => `  ${name}: ${paths.join(', ')}`
