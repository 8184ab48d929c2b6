import { looksLikeScan } from '../../src-main/domain/scan-name.ts'
import type { Inputs, Outputs } from './calls.ts'
import { client } from './calls.ts'
import { FileRefused } from './file-refused.ts'
import { isInShell } from './shell-connection.ts'

export type FileRef = Outputs['file']['pick'] & object
export type FilePurpose = Inputs['file']['pick']['purpose']

const accepted: Record<FilePurpose, string> = {
  spreadsheet: '.xlsx,.xls,.csv,.txt',
  image: 'image/jpeg,image/png,image/webp',
  package: '.age,.ykt,.zip',
  enrolment: '.json,application/json',
  pdf: 'application/pdf',
  scan: 'application/pdf,image/jpeg,image/png,image/webp,image/tiff,.tif,.tiff,.heic',
}

/** 选取文件 — lets the person choose a file; the core gets it under a one-time token. */
export async function pickFile(purpose: FilePurpose): Promise<FileRef | null> {
  if (isInShell()) return client.file.pick({ purpose })
  const file = await chooseFile(accepted[purpose])
  return file === undefined ? null : uploadFile(file)
}

export interface PickedScans {
  readonly files: readonly FileRef[]
  /** Files that did not come through, usually too large ones. */
  readonly refused: readonly string[]
}

/** 多选 — several scans and photos at once, or those of a folder. `onSent` counts what has gone up so far. */
export async function pickScans(
  from: 'files' | 'folder',
  onSent: (done: number, total: number) => void,
): Promise<PickedScans> {
  if (isInShell()) return { files: await client.file.pickScans({ from }), refused: [] }
  const chosen = await chooseFiles({ accept: accepted.scan, from })
  const wanted = chosen.filter((file) => from === 'files' || isScanOfFolder(file))
  const files: FileRef[] = []
  const refused: string[] = []
  for (const [index, file] of wanted.entries()) {
    onSent(index, wanted.length)
    const sent = await uploadFile(file).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error
    })
    if (sent === undefined) refused.push(file.name)
    else files.push(sent)
  }
  return { files, refused }
}

/** A browser hands over what lies in folders below as well; the shell does not. */
function isScanOfFolder({ name, webkitRelativePath }: File): boolean {
  return looksLikeScan(name) && webkitRelativePath.split('/').length <= 2
}

async function chooseFile(accept: string): Promise<File | undefined> {
  return (await chooseFiles({ accept, from: 'one' }))[0]
}

interface Choice {
  readonly accept: string
  readonly from: 'one' | 'files' | 'folder'
}

function chooseFiles({ accept, from }: Choice): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = from === 'files'
    input.webkitdirectory = from === 'folder'
    input.hidden = true
    document.body.append(input)
    const finish = (): void => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', finish, { once: true })
    input.addEventListener('cancel', finish, { once: true })
    input.click()
  })
}

async function uploadFile(file: File): Promise<FileRef> {
  const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
  if (!answer.ok) throw new FileRefused(file.name, answer.status)
  return (await answer.json()) as FileRef
}

/** 另存 — the shell asks where; a browser puts it into its downloads. */
export async function saveFile(file: FileRef): Promise<boolean> {
  if (isInShell()) return (await client.file.save({ token: file.token })).saved
  const link = document.createElement('a')
  link.href = `/files/${encodeURIComponent(file.token)}`
  link.download = file.name
  link.click()
  return true
}
