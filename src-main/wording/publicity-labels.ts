interface PostingEvidence {
  readonly kind: string
  readonly phase: 'start' | 'end'
  readonly takenOn: string
  readonly place: string
  readonly late: 0 | 1
}

const kinds: Readonly<Record<string, string>> = {
  photo: '照片',
  'signed-posting': '签字张贴证明',
  screenshot: '视频截图',
}

/** 张贴证据 in words; what came after the last day stays marked 事后补 for ever (field-notes 30). */
export function evidenceTexts(items: readonly PostingEvidence[]): readonly string[] {
  return items.map(
    ({ kind, phase, takenOn, place, late }) =>
      `${takenOn} ${phase === 'start' ? '张贴' : '期满'}${kinds[kind] ?? kind}（${place}）${late === 1 ? '，事后补' : ''}`,
  )
}
