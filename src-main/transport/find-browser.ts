import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'uos-browser',
  'uos-browser-stable',
  'browser360-cn-stable',
  'browser360-cn',
  'qaxbrowser-safe',
]

const linuxPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/apps/cn.google.chrome/files/chrome',
  '/opt/apps/org.deepin.browser/files/browser',
  '/opt/apps/com.browser.softedge.stable/files/msedge',
  '/opt/apps/cn.uos.browser/files/uos-browser',
  '/opt/browser360/browser360',
  '/opt/apps/com.360.browser-stable/files/com.360.browser-stable',
  '/opt/qaxbrowser/qaxbrowser',
]

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['360ChromeX', 'Chrome', 'Application', '360ChromeX.exe'],
  ['360Chrome', 'Chrome', 'Application', '360chrome.exe'],
]

/** The machine's own Chromium-family browser, or undefined when there is none. */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  return [...commandPaths(environment, platform), ...wellKnownPaths(environment, platform)].find(isProgram)
}

function commandPaths(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string[] {
  if (platform === 'win32') return []
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}

function wellKnownPaths(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string[] {
  if (platform === 'darwin') return macPaths
  if (platform !== 'win32') return linuxPaths
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => environment[name])
  return roots.flatMap((root) => (root ? windowsPrograms.map((parts) => join(root, ...parts)) : []))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
