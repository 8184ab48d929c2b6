import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type * as product from './product.ts'

const outDir = resolve(import.meta.dirname, '../../node_modules/.cache/onecard-bench/product')

/** The product bundled as it ships: what a test runner does to sources would be measured with them otherwise. */
export async function builtProduct(): Promise<typeof product> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: resolve(import.meta.dirname, 'product.ts'), outDir, emptyOutDir: true, target: 'node24' },
  })
  return import(pathToFileURL(resolve(outDir, 'product.js')).href) as Promise<typeof product>
}
