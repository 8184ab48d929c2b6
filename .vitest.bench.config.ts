import { defineConfig } from 'vitest/config'
import { BenchTableReporter } from './test/bench/bench-table-reporter.ts'

export default defineConfig({
  test: {
    include: ['test/bench/**/*.bench.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    reporters: ['default', new BenchTableReporter()],
  },
})
