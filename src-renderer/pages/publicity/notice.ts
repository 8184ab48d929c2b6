import type { Outputs } from '../../api/calls.ts'

/** One village's notice with its evidence and its trail. */
export type Notice = Outputs['publicity']['get']

/** 时间来源 */
export const timeSources = { taken: '拍摄', imported: '导入', stated: '自述' } as const

export const evidenceKinds = {
  photo: '照片',
  'signed-posting': '签字张贴证明',
  screenshot: '视频截图',
} as const
