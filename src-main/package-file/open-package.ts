import { type Examiner, examinePackage, type OpenedPackage, type OpenOptions } from './examine-package.ts'

/** The first thing that is wrong ends it, as a Problem a clerk is told. */
const strict: Examiner = {
  must: (_name, run) => run(),
  check: (_name, run) => {
    run()
  },
  settled: () => undefined,
  proven: () => undefined,
}

/** 拆包 — verified wholly before anything in it is parsed; throws a `package.*` Problem otherwise. */
export function openPackage(bytes: Uint8Array, options: OpenOptions): Promise<OpenedPackage> {
  return examinePackage(bytes, options, strict)
}
