import type { Outputs } from '../../api/calls.ts'

/** One village's notice with its evidence and its trail. */
export type Notice = Outputs['publicity']['get']

/** 时间来源 */
export const timeSources = { taken: '拍摄', imported: '导入', stated: '自述' } as const
