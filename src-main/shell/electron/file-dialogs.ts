import { copyFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import { Problem } from '../../domain/problem.ts'
import type { DialogPurpose } from '../../ports/dialogs.ts'
import type { HandedFile } from '../../ports/files.ts'

const filters: Readonly<Record<DialogPurpose, FileFilter>> = {
  spreadsheet: { name: '表格', extensions: ['xlsx', 'xls', 'csv', 'txt'] },
  image: { name: '照片', extensions: ['jpg', 'jpeg', 'png'] },
  package: { name: '报送包', extensions: ['age', 'ykt', 'zip'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  scan: { name: '扫描件', extensions: ['pdf', 'jpg', 'jpeg', 'png'] },
}

export async function askWhichFile(
  window: BrowserWindow,
  purpose: DialogPurpose,
): Promise<HandedFile | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: `选择${filters[purpose].name}`,
    filters: [filters[purpose], { name: '所有文件', extensions: ['*'] }],
    properties: ['openFile'],
  })
  const path = answer.filePaths[0]
  if (answer.canceled || path === undefined) return null
  return { path, name: basename(path), size: (await stat(path)).size }
}

/** Saves a copy where the person says; false when they said no. */
export async function saveWhereAsked(window: BrowserWindow, name: string, path: string): Promise<boolean> {
  const answer = await dialog.showSaveDialog(window, { title: '保存文件', defaultPath: name })
  if (answer.canceled || answer.filePath === '') return false
  await copyFile(path, answer.filePath).catch(refuseToSave)
  return true
}

function refuseToSave(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC') throw new Problem('storage.full', { needed: '' })
  throw new Problem('storage.read-only')
}
