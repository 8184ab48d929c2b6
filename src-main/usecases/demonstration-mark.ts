import { findMeta } from '../store/meta-queries.ts'
import type { Reader } from '../store/reader.ts'

/** 演示 — whether this folder holds made-up people; everything that leaves it says so. */
export async function isDemonstration(reader: Reader): Promise<boolean> {
  return (await findMeta(reader, 'demonstration')) === 'true'
}
