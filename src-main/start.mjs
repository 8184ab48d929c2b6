// Plain JavaScript, so that an old Node can still say what is wrong instead of choking on the first type.
const oldestMajor = 22

if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
  process.stderr.write(
    `本程序需要 Node.js ${oldestMajor} 或更高版本，当前是 ${process.versions.node}。请用 npm start、npm run cli 启动（自带合适的版本），或升级 Node.js 后再试。\n`,
  )
  process.exit(1)
}
await import('./start.ts')
