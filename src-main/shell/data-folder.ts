import { homedir } from 'node:os'
import { join } from 'node:path'

/** 数据目录 — the operating system's own place for it, unless a person names another. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'OneCardTownship')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'OneCardTownship')
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'onecard-township')
}
