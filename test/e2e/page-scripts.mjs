import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runInNewContext } from 'node:vm'

/** In kB, packed: what a page's scripts may weigh, and the pages that are heavier for a reason. */
const most = 219
const heavier = {
  ...{ '/leads': 247, '/leads/to-do': 242, '/leads/new': 241, '/leads/[leadId]': 228 },
  ...{ '/settings/api-keys': 227, '/settings/people': 225 },
}

/** @typedef {{ page: string, bytes: number }} Weight */

/**
 * What each page's scripts weigh before anybody uses it, as the build says; the rest comes on use.
 * @param {string} root the project's folder, built
 * @returns {Weight[]}
 */
export function pageScripts(root) {
  const build = join(root, '.next')
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8'))
  const folder = join(build, 'server/app')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page_client-reference-manifest.js'))
    .flatMap((file) => {
      /** @type {Record<string, { entryJSFiles?: Record<string, string[]> }>} */
      const manifests = {}
      runInNewContext(readFileSync(join(folder, file), 'utf8'), { globalThis: { __RSC_MANIFEST: manifests } })
      return Object.entries(manifests).map(([page, { entryJSFiles = {} }]) => {
        // What stands in place of a whole page comes with it, and is in no other page's way.
        const entries = Object.entries(entryJSFiles).filter(([entry]) => !entry.endsWith('global-error'))
        const files = new Set([...rootMainFiles, ...entries.flatMap(([, scripts]) => scripts)])
        const bytes = [...files].reduce((sum, script) => sum + packedSize(join(build, script)), 0)
        return { page: page.replace(/\/\([^)]*\)|\/page$/g, '') || '/', bytes }
      })
    })
}

/** @param {string} path @returns {number} */
function packedSize(path) {
  if (!existsSync(`${path}.br`)) throw new Error(`${relative(process.cwd(), path)} was not packed`)
  return statSync(`${path}.br`).size
}

/**
 * The pages that weigh more than they may.
 * @param {Weight[]} weights
 */
export function heavyPages(weights) {
  /** @type {Record<string, number>} */
  const own = heavier
  return weights
    .map(({ page, bytes }) => ({ page, kb: Math.round(bytes / 1000), most: own[page] ?? most }))
    .filter((weight) => weight.kb > weight.most)
}
