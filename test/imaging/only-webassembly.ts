import { registerHooks } from 'node:module'

/** As on a CPU the library has no binary for. */
registerHooks({
  resolve(specifier, context, next) {
    if (/^@img\/sharp-(?!wasm32)/.test(specifier)) throw new Error(`no ${specifier} here`)
    return next(specifier, context)
  },
})
