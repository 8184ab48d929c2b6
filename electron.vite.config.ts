import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: at('src-main/main.ts'),
          'core-entry': at('src-main/core-entry.ts'),
          serve: at('src-main/serve.ts'),
          cli: at('src-main/cli.ts'),
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
      rollupOptions: { input: at('src-renderer/index.html') },
    },
  },
})
