import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Problem } from '../domain/problem.ts'

const networkKinds =
  /^(nfs|nfs4|cifs|smb|smbfs|smb3|afs|ncpfs|9p|davfs|fuse\.(sshfs|davfs2|rclone|smbnetfs|gvfsd-fuse))$/

/** SQLite's locks cannot be trusted over a network: two machines would spoil the one file. */
export function refuseNetworkShare(folder: string): void {
  const real = realPathOf(folder)
  if (isUncPath(folder) || isUncPath(real)) throw new Problem('storage.network-share')
  if (process.platform === 'linux' && isOnNetworkMount(real, readFileSync('/proc/mounts', 'utf8'))) {
    throw new Problem('storage.network-share')
  }
}

export function isUncPath(path: string): boolean {
  return /^(\\\\|\/\/)[^\\/?.]/.test(path)
}

/** The longest mount point above the path decides. */
export function isOnNetworkMount(path: string, mounts: string): boolean {
  const [nearest] = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, point]) => point !== undefined && isAbove(unescaped(point), path))
    .sort(([, a = ''], [, b = '']) => unescaped(b).length - unescaped(a).length)
  return networkKinds.test(nearest?.[2] ?? '')
}

/** A mapped drive letter shows its UNC path only here; a folder not made yet is judged by the one above it. */
function realPathOf(folder: string): string {
  const path = resolve(folder)
  return existsSync(path) || dirname(path) === path ? realpathSync.native(path) : realPathOf(dirname(path))
}

function isAbove(point: string, path: string): boolean {
  return path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
}

function unescaped(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
