import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isOnNetworkMount, isUncPath, refuseNetworkShare } from '../../src-main/store/network-share.ts'
import { aFolder } from '../builders/a-data-folder.ts'

test('tells a network share by its path', () => {
  for (const path of ['\\\\server\\share', '//server/share/onecard']) {
    expect(isUncPath(path)).toBe(true)
    expect(() => refuseNetworkShare(path)).toThrow('storage.network-share')
  }
  for (const path of ['C:\\ProgramData', '/srv/onecard', '\\\\?\\C:\\long', '\\\\.\\pipe'])
    expect(isUncPath(path)).toBe(false)
})

test('tells a network share by the mount nearest above it', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/home /home nfs4 rw 0 0',
    '/dev/sdb1 /home/li ext4 rw 0 0',
    '//server/x /mnt/two\\040words cifs rw 0 0',
    'me@server: /mnt/far fuse.sshfs rw 0 0',
  ].join('\n')

  for (const path of ['/home/zhao/onecard', '/home', '/mnt/two words/onecard', '/mnt/far/x']) {
    expect([path, isOnNetworkMount(path, mounts)]).toEqual([path, true])
  }
  for (const path of ['/home/li/onecard', '/srv', '/homes', '/mnt/farther']) {
    expect([path, isOnNetworkMount(path, mounts)]).toEqual([path, false])
  }
})

test('takes a folder on a disk of this machine, made or not', () => {
  expect(() => refuseNetworkShare(join(aFolder(), 'not', 'yet'))).not.toThrow()
})
