import module from 'node:module'

/** The oldest Node the database driver runs on; under an older one loading it is a bare segmentation fault. */
const oldestMajor = 22

/** Must be the first import of every entry, and the rest of an entry must be imported dynamically after it. */
if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
  process.stderr.write(
    `本程序需要 Node.js ${oldestMajor} 或更高版本，当前是 ${process.versions.node}。请用 npm start、npm run cli 启动（自带合适的版本），或升级 Node.js 后再试。\n`,
  )
  process.exit(1)
}

// Compiled once, kept in the machine's temporary folder: an old machine starts the next time in half the time.
module.enableCompileCache?.()
