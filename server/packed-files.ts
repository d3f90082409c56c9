import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'

/** What a build has packed: by its address, what is sent to who reads Brotli. */
type PackedFiles = ReadonlyMap<string, { type: string; content: Buffer }>

const ending = '.br'
const types: Record<string, string> = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
}

/**
 * The scripts and styles of a build as scripts/start/build.mjs has packed them, in memory: together they are half a
 * megabyte, and the smallest that they can be made.
 * @param root the project's folder
 */
export async function readPackedFiles(root: string): Promise<PackedFiles> {
  const folder = join(root, '.next/static')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
  const files = paths.map(async (path) => {
    const name = relative(folder, path).slice(0, -ending.length)
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return [`/_next/static/${name.split(sep).join('/')}`, { type, content: await readFile(path) }] as const
  })
  return new Map(await Promise.all(files))
}

/** Answers with packed files where they are asked for and can be read; all else goes on to `handle`. */
export function servePacked(files: PackedFiles, handle: RequestListener): RequestListener {
  return (request, response) => {
    const { url = '', method = '' } = request
    const file = method === 'GET' || method === 'HEAD' ? files.get(url.split('?', 1)[0] ?? '') : undefined
    if (file && readsBrotli(request)) sendPacked(response, file, method)
    else handle(request, response)
  }
}

function sendPacked(
  response: ServerResponse,
  { type, content }: { type: string; content: Buffer },
  method: string,
): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Encoding': 'br',
    'Content-Length': content.length,
    // Their names change with what is in them.
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  })
  response.end(method === 'HEAD' ? undefined : content)
}

function readsBrotli({ headers }: IncomingMessage): boolean {
  const offered = String(headers['accept-encoding'] ?? '').split(',')
  return offered.some((one) => {
    const [coding = '', weight = ''] = one.split(';', 2).map((part) => part.trim())
    return coding.toLowerCase() === 'br' && !/^q=0(?:\.0*)?$/i.test(weight)
  })
}
