import { workerData } from 'node:worker_threads'
import { openConnection } from './connection.ts'
import type { CheckpointWork } from './checkpoint.ts'

const { file, key } = workerData as CheckpointWork
const raw = openConnection(file, key, 'write')
try {
  raw.pragma('wal_checkpoint(PASSIVE)')
} finally {
  raw.close()
}
