import { Problem } from '../domain/problem.ts'
import type { Reader } from '../store/reader.ts'
import { listWaitingToStop } from '../store/stop-queries.ts'

/** 停发待确认 — nothing passes, is posted or leaves while the second person has not said whether it stops. */
export async function refuseWaitingToStop(reader: Reader, applicationIds: readonly string[]): Promise<void> {
  const { size } = await listWaitingToStop(reader, applicationIds)
  if (size > 0) throw new Problem('review.stop-waits', { count: size })
}
