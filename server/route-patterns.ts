import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `file`: what a browser fetches beside a page, many at a time. */
export interface Route {
  pattern: string
  kind: 'app' | 'file'
}

/** Which of our addresses a path is. */
export type RouteOf = (path: string) => Route

interface Node {
  pattern?: string
  own: Map<string, Node>
  /** For what stands there, whatever it is. */
  any?: Node
  /** For all that follows. */
  rest?: string
}

const elsewhere: Route = { pattern: 'other', kind: 'app' }
const chunks: Route = { pattern: '/_next/[...file]', kind: 'file' }

/**
 * The addresses of the application as patterns, such as `/leads/[leadId]`, from the folders of `app` and the names in `public`:
 * an address itself is never told, because it may have what a stranger wrote. What is none of them is `other`.
 * @param root the project's folder
 * @param rewritten paths that next.config.ts has for others, such as `/lead/:id`
 */
export function routePatterns(root: string, rewritten: string[] = []): RouteOf {
  const tree: Node = { own: new Map() }
  const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  for (const file of files) {
    const folders = file.split(/[\\/]/)
    if (!/^(page|route)\.tsx?$/.test(folders.pop() ?? '')) continue
    add(
      tree,
      folders.filter((folder) => !folder.startsWith('(')),
    )
  }
  for (const path of rewritten)
    add(
      tree,
      path
        .slice(1)
        .replaceAll(/:(\w+)/g, '[$1]')
        .split('/'),
    )
  const names = new Set(readdirSync(join(root, 'public')))
  return (path) => {
    if (path.startsWith('/_next/')) return chunks
    const segments = path.split('/').slice(1).map(decoded)
    if (segments.at(-1) === '') segments.pop()
    const [name = ''] = segments
    if (segments.length === 1 && names.has(name)) return { pattern: `/${name}`, kind: 'file' }
    const pattern = find(tree, segments)
    return pattern === undefined ? elsewhere : { pattern, kind: 'app' }
  }
}

function add(tree: Node, segments: string[]): void {
  const pattern = `/${segments.join('/')}`
  let node = tree
  for (const segment of segments) {
    if (segment.startsWith('[...')) {
      node.rest = pattern
      return
    }
    const next: Node = (segment.startsWith('[') ? node.any : node.own.get(segment)) ?? { own: new Map() }
    if (segment.startsWith('[')) node.any = next
    else node.own.set(segment, next)
    node = next
  }
  node.pattern = pattern
}

/** What stands there by its name goes before what may be anything, as Next has it. */
function find(node: Node, [segment, ...others]: string[]): string | undefined {
  if (segment === undefined) return node.pattern
  const own = node.own.get(segment)
  return (own && find(own, others)) ?? (node.any && find(node.any, others)) ?? node.rest
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
