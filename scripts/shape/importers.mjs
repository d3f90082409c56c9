import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { notProduct, productFolders } from './product-code.mjs'

const { options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

/**
 * Which of some files import each of them, be it for a type only. What is loaded when it is used has to be a file of its own,
 * and is left out.
 * @param {string} root
 * @param {string[]} paths
 * @returns {Promise<Map<string, string[]>>} by path; sorted; an importer stands once however often it imports
 */
export async function importersOf(root, paths) {
  const tsConfig = join(root, options.tsConfig.fileName)
  const { output } = await cruise(
    productFolders,
    {
      ...options,
      baseDir: root,
      tsConfig: { fileName: tsConfig },
      exclude: [options.exclude.path, notProduct.source],
      includeOnly: `^(${productFolders.join('|')})/`,
    },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(tsConfig) },
  )
  if (typeof output === 'string') throw new Error(output)
  /** @type {Map<string, Set<string>>} */
  const importers = new Map(paths.map((path) => [path, new Set()]))
  for (const { source, dependencies } of output.modules)
    for (const { resolved, dynamic } of dependencies) {
      if (dynamic) importers.delete(resolved)
      importers.get(resolved)?.add(source)
    }
  return new Map([...importers].map(([path, some]) => [path, [...some].sort()]))
}
