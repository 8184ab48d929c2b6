import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Runs a built main bundle as Electron would: `electron` is the stand-in, and ready comes after its code is loaded. */
const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
})

const [main, ...args] = process.argv.slice(2)
process.argv = [process.argv[0]!, main!, ...args]
const { becomeReady } = await import('./app.ts')
const { answerTests } = await import('./answer-tests.ts')
answerTests()
await import(pathToFileURL(main!).href)
await becomeReady()
