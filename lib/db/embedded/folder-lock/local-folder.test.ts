import { describe, expect, it } from 'vitest'
import { DatabaseError } from '../../database-error'
import { requireLocal } from './local-folder'

const asSeen = (type: number) => () => requireLocal('/data', type)

describe('where a data folder may be', () => {
  it.each([
    ['ext4', 0xef53],
    ['XFS', 0x58465342],
    ['Btrfs', 0x9123683e],
    ['Btrfs, as a machine with 32 bits has it', 0x9123683e | 0],
    ['ZFS', 0x2fc12fc1],
    ['tmpfs', 0x01021994],
    ['overlayfs', 0x794c7630],
  ])('is on %s, which one kernel has for itself', (_, type) => {
    expect(asSeen(type)).not.toThrow()
  })

  it.each([
    ['NFS', 0x6969],
    ['CIFS', 0xff534d42],
    ['SMB', 0xfe534d42],
    ['9p', 0x01021997],
    ['FUSE or virtiofs', 0x65735546],
    ['Ceph', 0x00c36400],
    ['Lustre', 0x0bd00bd0],
    ['GFS2', 0x01161970],
    ['OCFS2', 0x7461636f],
    ['vboxsf', 0x786f4256],
  ])('is not on %s, where a process of another machine would not be seen', (name, type) => {
    expect(asSeen(type)).toThrow(DatabaseError)
    expect(asSeen(type)).toThrow(`/data is on ${name}, where another machine may have it open unseen`)
    expect(asSeen(type)).toThrow('choose a local disk, or set DATABASE_URL')
  })

  it('is not on what nobody has looked at yet', () => {
    expect(asSeen(0x1234)).toThrow('an unknown kind of file system (0x1234)')
  })
})
