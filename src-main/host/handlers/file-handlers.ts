import { Problem } from '../../domain/problem.ts'
import type { HandlersOf } from '../handler-types.ts'
import type { Host } from '../host.ts'
import type { Dialogs } from '../../ports/dialogs.ts'

export const fileHandlers: HandlersOf<'file'> = {
  pick: async ({ host }, { purpose }) => {
    const picked = await dialogsOf(host).open(purpose)
    return picked === null ? null : host.files.adopt(picked.path, picked.name, false)
  },
  pickScans: async ({ host }, { from }) => {
    const picked = await dialogsOf(host).scans(from)
    // One that is too large is refused by who reads it, so that the others go on.
    return picked.map((file) => host.files.adoptUnread(file))
  },
  pickFolder: async ({ host }) => {
    const path = await dialogsOf(host).folder()
    return path === null ? null : { token: host.files.adoptFolder(path), name: path }
  },
  drives: async ({ host, parts }) => {
    const drives = await parts.folders.drives()
    return drives.map(({ path, name }) => ({ token: host.files.adoptFolder(path), name }))
  },
  save: async ({ host }, { token }) => {
    const dialogs = dialogsOf(host)
    const { name, path } = host.files.find(token)
    const saved = await dialogs.save(name, path)
    if (saved) host.files.drop(token)
    return { saved }
  },
}

/** In a browser files travel over HTTP, on the command line as paths; asking for a dialog there is a mistake of ours. */
function dialogsOf({ dialogs }: Host): Dialogs {
  if (dialogs === undefined) throw new Problem('file.dialog-unavailable')
  return dialogs
}
