import { spawn } from 'node:child_process'

/** Opens the address in the person's own browser; false when there is no desktop to open it on. */
export function openBrowser(address: string): Promise<boolean> {
  const [program, ...args] = process.env['CI'] ? [] : openCommand()
  if (program === undefined) return Promise.resolve(false)
  return new Promise((resolve) => {
    const opener = spawn(program, [...args, address], { stdio: 'ignore', detached: true })
    opener.on('error', () => resolve(false))
    opener.on('spawn', () => {
      opener.unref()
      resolve(true)
    })
  })
}

function openCommand(): readonly string[] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (process.platform === 'darwin') return ['open']
  return hasDesktop() ? ['xdg-open'] : []
}

/** Whether a window can be shown here at all. */
export function hasDesktop(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}
