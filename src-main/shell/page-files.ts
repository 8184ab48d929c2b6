import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
}

export interface PageFile {
  readonly path: string
  readonly type: string
}

/** A built page file by the path of its address; undefined for anything that is not one. */
export async function findPageFile(folder: string, urlPath: string): Promise<PageFile | undefined> {
  const decoded = decodedPath(urlPath)
  if (decoded === undefined || decoded.includes('\0')) return undefined
  const path = normalize(join(folder, decoded === '/' ? 'index.html' : decoded))
  const type = types[extname(path)]
  if (type === undefined || !path.startsWith(folder + sep)) return undefined
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? { path, type } : undefined
}

function decodedPath(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
}
