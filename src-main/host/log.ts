import { mkdirSync } from 'node:fs'
import { pino } from 'pino'
import { createStream, type RotatingFileStream } from 'rotating-file-stream'

/** 运行日志 — ids and codes only; it rotates, stays in the data folder and leaves by hand. */
export interface Log {
  info(fields: LogFields, event: string): void
  error(fields: LogFields, event: string): void
  close(): Promise<void>
}
type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** A log that cannot be written, on a full or write-protected disk, must not end the program: it begins anew later. */
export function openLog(folder: string): Log {
  let stream: RotatingFileStream | undefined
  const write = (line: string) => {
    stream ??= openStream(folder, (failed) => {
      if (stream === failed) stream = undefined
    })
    stream.write(line)
  }
  const logger = pino({ base: { pid: process.pid } }, { write })
  return {
    info: (fields, event) => logger.info(fields, event),
    error: (fields, event) => logger.error(fields, event),
    close: () => new Promise((resolve) => (stream === undefined ? resolve() : stream.end(() => resolve()))),
  }
}

function openStream(path: string, onFailure: (failed: RotatingFileStream) => void): RotatingFileStream {
  makeFolder(path)
  const stream = createStream('onecard.log', { path, size: '5M', maxFiles: 10 })
  stream.on('error', () => onFailure(stream))
  return stream
}

/** Where it cannot be made the stream fails as well. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch {
    return
  }
}

/** A defect's own text may quote what it choked on: no Chinese text and no long number gets into a log. */
export function withoutPersonalData(text: string): string {
  return text.replaceAll(/\p{Script=Han}+/gu, '某').replaceAll(/\d{5,}[Xx]?/g, '#')
}
