import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import { Problem } from '../../domain/problem.ts'
import type { DialogPurpose } from '../../ports/dialogs.ts'
import { writeChecked } from '../../transport/write-checked.ts'
import { looksLikeScan } from '../../domain/scan-name.ts'
import type { HandedFile } from '../../ports/files.ts'

const filters: Readonly<Record<DialogPurpose, FileFilter>> = {
  spreadsheet: { name: '表格', extensions: ['xlsx', 'xls', 'csv', 'txt'] },
  image: { name: '照片', extensions: ['jpg', 'jpeg', 'png'] },
  package: { name: '报送包', extensions: ['age', 'ykt', 'zip'] },
  enrolment: { name: '登记文件', extensions: ['json'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  scan: { name: '扫描件', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff'] },
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

export async function askWhichFolder(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: '选择 U 盘或文件夹',
    properties: ['openDirectory', 'createDirectory'],
  })
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

/** Several pictures, or those that lie in one folder itself; what they are is decided by who reads them. */
export async function askWhichScans(
  window: BrowserWindow,
  from: 'files' | 'folder',
): Promise<readonly HandedFile[]> {
  const answer = await dialog.showOpenDialog(window, {
    title: from === 'files' ? '选择扫描件和照片' : '选择放扫描件和照片的文件夹',
    ...(from === 'files' ? { filters: [filters.scan, { name: '所有文件', extensions: ['*'] }] } : {}),
    properties: from === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
  })
  const [folder] = answer.filePaths
  if (answer.canceled || folder === undefined) return []
  const paths = from === 'files' ? answer.filePaths : await picturesIn(folder)
  return Promise.all(
    paths.map(async (path) => ({ path, name: basename(path), size: (await stat(path)).size })),
  )
}

async function picturesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && looksLikeScan(entry.name))
  return files.map((entry) => join(folder, entry.name)).sort()
}

/** Saves a copy where the person says, read back before it counts; false when they said no. */
export async function saveWhereAsked(window: BrowserWindow, name: string, path: string): Promise<boolean> {
  const answer = await dialog.showSaveDialog(window, { title: '保存文件', defaultPath: name })
  if (answer.canceled || answer.filePath === '') return false
  const isWhole = await writeChecked(answer.filePath, await readFile(path)).catch(refuseToSave)
  if (!isWhole) throw new Problem('fieldwork.not-written', { fileName: basename(answer.filePath) })
  return true
}

function refuseToSave(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC') throw new Problem('storage.full', { needed: '' })
  throw new Problem('storage.read-only')
}
