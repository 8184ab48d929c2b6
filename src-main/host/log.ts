import { mkdirSync } from 'node:fs'
import { pino } from 'pino'
import { createStream } from 'rotating-file-stream'

/** 运行日志 — ids and codes only; it rotates, stays in the data folder and leaves by hand. */
export interface Log {
  info(fields: LogFields, event: string): void
  error(fields: LogFields, event: string): void
  close(): Promise<void>
}
type LogFields = Readonly<Record<string, string | number | boolean | null>>

export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stream = createStream('onecard.log', { path: folder, size: '5M', maxFiles: 10 })
  const logger = pino({ base: { pid: process.pid } }, stream)
  return {
    info: (fields, event) => logger.info(fields, event),
    error: (fields, event) => logger.error(fields, event),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  }
}

/** A defect's own text may quote what it choked on: no Chinese text and no long number gets into a log. */
export function withoutPersonalData(text: string): string {
  return text.replaceAll(/\p{Script=Han}+/gu, '某').replaceAll(/\d{5,}[Xx]?/g, '#')
}
