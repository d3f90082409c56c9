import fs, { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import type { DiskReserve } from './disk-reserve'

type InitOptions = Parameters<NodeFS['init']>[1]
type PreRun = NonNullable<InitOptions['preRun']>[number]
/** What Emscripten's file system for Node has beyond its declared type. */
type NodeFiles = {
  realPath(node: unknown): string
  tryFSOperation<T>(operation: () => T): T
  stream_ops: { fsync?(stream: { nfd?: number; node: unknown }): number }
}
type Reserve = Pick<DiskReserve, 'withRoom'>

/**
 * PGlite's files in a folder, with an fsync that reaches the disk, and room on it to end what was begun. PGlite's own never does: a power cut would
 * take committed rows with it. Needs `wal_sync_method=fsync`, as Emscripten's fdatasync cannot be filled in.
 */
export class DurableFs extends NodeFS {
  readonly #reserve: Reserve

  /** @param reserve of the disk, for what finds no room on it */
  constructor(folder: string, reserve: Reserve = { withRoom: (write) => write() }) {
    super(folder)
    this.#reserve = reserve
  }

  override async init(pglite: PGlite, options: InitOptions) {
    const { emscriptenOpts } = await super.init(pglite, options)
    const addFsync: PreRun = (module) => {
      // Emscripten's declared type for file systems has none of what is used here.
      const files: NodeFiles = module.NODEFS
      const { tryFSOperation } = files
      files.tryFSOperation = (operation) => tryFSOperation(() => this.#reserve.withRoom(operation))
      files.stream_ops.fsync = ({ nfd, node }) => {
        // For a folder Emscripten opens no file.
        files.tryFSOperation(() => (nfd === undefined ? syncPath(files.realPath(node)) : fs.fsyncSync(nfd)))
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } }
  }
}

/** Puts a file's content, or a folder's list of names, on disk. Windows cannot do folders, and need not. */
export function syncPath(path: string): void {
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const opened = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Puts a folder and all that is in it on disk. */
export function syncAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    syncPath(join(folder, entry))
  syncPath(folder)
}
