import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/**
 * Packages of many small files that every start reads: bundled, the core loads in less than half the time. What has a
 * binary, a worker or files of its own, and what only some tasks need, stays a package.
 */
const bundled = [
  '@marcbachmann/cel-js',
  '@noble/ciphers',
  '@noble/hashes',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  'age-encryption',
  'canonicalize',
  'chinese-days',
  'commander',
  'decimal.js',
  'kysely',
  'nzh',
  'pinyin-pro',
  'qrcode',
  'react',
  'react-dom',
  'rotating-file-stream',
  'sm-crypto-v2',
  'uuid',
  'ws',
  'zod',
]

export default defineConfig({
  main: {
    // React renders printed pages in the core; its development build is slower and loads twice as long.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        // Nothing the person who starts the program could do about it.
        checks: { pluginTimings: false },
        input: {
          main: at('src-main/main.ts'),
          'core-entry': at('src-main/core-entry.ts'),
          serve: at('src-main/serve.ts'),
          cli: at('src-main/cli.ts'),
          'checkpoint-worker': at('src-main/store/checkpoint-worker.ts'),
          'read-worker': at('src-main/workbook/read-worker.ts'),
          'picture-worker': at('src-main/imaging/picture-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: at('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rollupOptions: {
        input: at('src-renderer/index.html'),
        // Evaluated before everything that draws, so that the core is asked while the rest is still being read.
        output: { codeSplitting: { groups: [{ name: 'first-questions', test: /first-questions/ }] } },
      },
    },
  },
})
