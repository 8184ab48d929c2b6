import type { Inputs, Outputs } from './calls.ts'
import { client } from './calls.ts'
import { FileRefused } from './file-refused.ts'
import { isInShell } from './shell-connection.ts'

export type FileRef = Outputs['file']['pick'] & object
export type FilePurpose = Inputs['file']['pick']['purpose']

const accepted: Record<FilePurpose, string> = {
  spreadsheet: '.xlsx,.xls,.csv,.txt',
  image: 'image/jpeg,image/png',
  package: '.age,.ykt,.zip',
  enrolment: '.json,application/json',
  pdf: 'application/pdf',
  scan: 'application/pdf,image/jpeg,image/png',
}

/** 选取文件 — lets the person choose a file; the core gets it under a one-time token. */
export async function pickFile(purpose: FilePurpose): Promise<FileRef | null> {
  if (isInShell()) return client.file.pick({ purpose })
  const file = await chooseFile(accepted[purpose])
  return file === undefined ? null : uploadFile(file)
}

function chooseFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.hidden = true
    document.body.append(input)
    const finish = (): void => {
      input.remove()
      resolve(input.files?.[0])
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
