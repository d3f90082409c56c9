import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** @typedef {{ path: string, text: string }} ProductFile */

export const productFolders = ['app', 'components', 'lib', 'server']

const source = /[.]tsx?$/
export const notProduct = /[.]test[.]tsx?$|[.]d[.]ts$|\/(testing|conformance|simulation|generated)\//

/** What a file in `app` is called when Next, not we, named it and what it exports. */
const nextNames = /^(page|layout|route|loading|error|not-found|forbidden|global-error)[.]tsx?$/

/**
 * What is served: no tests, nothing that only tests need, nothing that a program wrote.
 * @param {string} root
 * @returns {ProductFile[]} with paths from the root, sorted
 */
export function productFiles(root) {
  return productFolders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => source.test(path) && !notProduct.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** @param {string} path */
export const isNamedByNext = (path) => path.startsWith('app/') && nextNames.test(basename(path))
