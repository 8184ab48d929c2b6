import { Problem } from '../domain/problem.ts'
import { type Examiner, examinePackage, type OpenedPackage, type OpenOptions } from './examine-package.ts'
import type { ReadableKind } from './record-kind.ts'

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

/** The same where only some kinds are looked for; a good package of another kind is refused by name. */
export async function openPackageOf<K extends ReadableKind>(
  wanted: readonly K[],
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<OpenedPackage<K>> {
  const opened = await openPackage(bytes, options)
  if (!isOneOf(wanted, opened)) throw new Problem('package.wrong-kind', { kind: opened.kind })
  return opened
}

function isOneOf<K extends ReadableKind>(
  wanted: readonly K[],
  opened: OpenedPackage,
): opened is OpenedPackage<K> {
  return (wanted as readonly string[]).includes(opened.kind)
}
