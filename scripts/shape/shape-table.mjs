import { percent } from './ratchet.mjs'

/**
 * The shape in words, with the names of what could be cut otherwise.
 * @param {import('./shape-of.mjs').Shape} shape
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
  ].join('\n')
}

const whereNamed = (/** @type {import('./shape-of.mjs').SharedName} */ { name, paths }) =>
  `  ${name}: ${paths.join(', ')}`
