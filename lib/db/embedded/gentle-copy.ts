import { constants } from 'node:fs'
import { copyFile, type FileHandle, open } from 'node:fs/promises'

/** In bytes: how much is written before it is waited for to be on disk. */
const portion = 4 * 1024 * 1024

/** What may not be copied by reference: another file system, or one that cannot. */
const notThere = ['ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EINVAL', 'ENOSYS', 'ENOTTY']

/**
 * Copies files so that others who wait for the same disk wait for little: what is written piles up nowhere. Where it does,
 * the next commit's fsync waits for all of it, on ext4 for some seconds. File systems that copy by reference do.
 */
export function createGentleCopy(): (from: string, to: string) => Promise<void> {
  let canRefer = true
  let waiting = 0

  async function write(from: FileHandle, to: FileHandle): Promise<void> {
    const buffer = Buffer.alloc(256 * 1024)
    for (;;) {
      const { bytesRead } = await from.read(buffer)
      if (bytesRead === 0) return
      await to.writeFile(buffer.subarray(0, bytesRead))
      waiting += bytesRead
      if (waiting < portion) continue
      await to.datasync()
      waiting = 0
    }
  }

  return async (from, to) => {
    if (canRefer) {
      const error = await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE).catch(
        (reason: unknown) => reason,
      )
      if (error === undefined) return
      if (!(error instanceof Error && 'code' in error && notThere.includes(String(error.code)))) throw error
      canRefer = false
    }
    const source = await open(from, 'r')
    try {
      const target = await open(to, 'w', 0o600)
      await write(source, target).finally(() => target.close())
    } finally {
      await source.close()
    }
  }
}
