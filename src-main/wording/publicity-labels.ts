/** 张贴证据 — the kinds any one of which suffices. */
export const postingEvidenceLabels = {
  photo: '照片',
  'signed-posting': '签字张贴证明',
  screenshot: '视频截图',
} as const

interface PostingEvidence {
  readonly kind: keyof typeof postingEvidenceLabels
  readonly phase: 'start' | 'end'
  readonly takenOn: string
  readonly place: string
  readonly late: 0 | 1
}

/** 张贴证据 in words; what came after the last day stays marked 事后补 for ever (field-notes 30). */
export function evidenceTexts(items: readonly PostingEvidence[]): readonly string[] {
  return items.map(
    ({ kind, phase, takenOn, place, late }) =>
      `${takenOn} ${phase === 'start' ? '张贴' : '期满'}${postingEvidenceLabels[kind]}（${place}）${late === 1 ? '，事后补' : ''}`,
  )
}
