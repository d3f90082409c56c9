import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runInNewContext } from 'node:vm'

/** In kB, packed: what a page's scripts may weigh, and the page that is heavier for a reason: it is the form. */
const most = 192
const heavier = { '/leads/new': 200 }

/**
 * What stands in scripts of what comes on use: the UI kit, which weighs 20 kB and more wherever it begins, and what larger
 * forms are made of, where a page has none.
 */
const onUse = [
  { what: 'the UI kit', mark: 'data-react-aria-pressable', pages: /./ },
  { what: 'the form library', mark: 'shouldUseNativeValidation', pages: /^\/leads(?!\/new)/ },
]

/** @typedef {{ page: string, bytes: number, early: string[] }} Weight `early`: what is there before anybody uses it */

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
        const name = page.replace(/\/\([^)]*\)|\/page$/g, '') || '/'
        const scripts = [...files].map((script) => readFileSync(join(build, script), 'utf8'))
        const early = onUse
          .filter(({ mark, pages }) => pages.test(name) && scripts.some((text) => text.includes(mark)))
          .map(({ what }) => what)
        return { page: name, bytes, early }
      })
    })
}

/** @param {string} path @returns {number} */
function packedSize(path) {
  if (!existsSync(`${path}.br`)) throw new Error(`${relative(process.cwd(), path)} was not packed`)
  return statSync(`${path}.br`).size
}

/**
 * The pages that weigh more than they may, or begin with what should come on use.
 * @param {Weight[]} weights
 */
export function heavyPages(weights) {
  /** @type {Record<string, number>} */
  const own = heavier
  return weights
    .map(({ page, bytes, early }) => ({ page, kb: Math.round(bytes / 1000), most: own[page] ?? most, early }))
    .filter((weight) => weight.kb > weight.most || weight.early.length > 0)
}
