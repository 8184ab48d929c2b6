import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './test/closing-line-reporter.ts'

/** They start browsers, servers and processes of their own: each file in a fresh process. */
const outside = ['e2e', 'electron-stand-in', 'kill', 'long', 'shell', 'transport', 'documents', 'renderer']
const left = ['node_modules/**', 'out/**', ...(process.env['ONECARD_LONG'] ? [] : ['test/long/**'])]
const files = (folders: string) => [`test/${folders}/**/*.test.ts`, `test/${folders}/**/*.test.tsx`]

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: [process.env['CI'] ? 'dot' : 'default', new ClosingLineReporter()],
    projects: [
      {
        extends: true,
        test: { name: 'outside', include: files(`{${outside.join(',')}}`), exclude: left },
      },
      {
        extends: true,
        test: {
          name: 'inside',
          include: files('**'),
          exclude: [...left, ...outside.map((folder) => `test/${folder}/**`)],
          // no file of these keeps anything in a module: the program is loaded once for all of them
          isolate: false,
        },
      },
    ],
  },
})
