import { parse } from 'node:path'
import { valueAt } from '../../test/measure/percentile.mjs'
import { exportedNames } from './exported-names.mjs'
import { importersOf } from './importers.mjs'
import { isNamedByNext, productFiles } from './product-files.mjs'

/** @typedef {{ name: string, paths: string[] }} SharedName */
/** @typedef {{ path: string, lines: number }} FileLines */
/** @typedef {Awaited<ReturnType<typeof shapeOf>>} Shape */

/**
 * How the product's code is cut. A file in `app` may be short, because Next wants one for every address; and what it and
 * its exports are called is Next's choice.
 * @param {string} root
 */
export async function shapeOf(root) {
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
  }
}

/**
 * @param {import('./product-files.mjs').ProductFile[]} files
 * @param {(file: import('./product-files.mjs').ProductFile) => string[]} namesOf
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
