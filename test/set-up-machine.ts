import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What tests and the demonstration need from the machine besides Node: how to see it, and its Debian package. */
const needed = [
  {
    what: 'Chromium（打印公示件、端到端测试）',
    debian: 'chromium',
    there: () => onPath('chromium', 'google-chrome', 'chrome', 'msedge'),
  },
  {
    what: '中文字体 Noto CJK',
    debian: 'fonts-noto-cjk',
    there: () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.includes('Noto') ?? false,
  },
  {
    what: 'poppler-utils（pdftotext、pdftoppm）',
    debian: 'poppler-utils',
    there: () => onPath('pdftotext') && onPath('pdftoppm'),
  },
  { what: 'age（用现成工具解开报送包）', debian: 'age', there: () => onPath('age') },
  { what: 'unzip', debian: 'unzip', there: () => onPath('unzip') },
  { what: 'openssl 3', debian: 'openssl', there: () => onPath('openssl') },
] as const

function onPath(...names: string[]): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.some((name) =>
    folders.some((folder) => existsSync(join(folder, name)) || existsSync(join(folder, `${name}.exe`))),
  )
}

function mayInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get')
}

function install(packages: readonly string[]): void {
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  execFileSync('apt-get', ['update', '-qq'], quiet)
  for (const name of packages) {
    console.log(`安装 ${name} …`)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet)
  }
}

const missing = needed.filter((one) => !one.there())
if (missing.length > 0 && mayInstall()) {
  try {
    install(missing.map((one) => one.debian))
  } catch {
    console.log('自动安装没有成功，请看上面的原因。')
  }
}
for (const one of needed.filter((one) => !one.there())) {
  console.log(
    `缺少 ${one.what}：请安装（Debian/UOS/麒麟：sudo apt-get install ${one.debian}；Windows：从其官方网站下载并加入 PATH）。`,
  )
}
