const labels: Readonly<Record<string, string>> = {
  applications: '申报报送包',
  corrections: '账户更正包',
  difference: '差额更正包',
  'stop-request': '停付请求包',
  'survey-assignment': '摸底任务包',
  'survey-results': '摸底返回包',
  'review-assignment': '审核任务包',
  'review-decisions': '审核结果包',
  'lead-assignment': '疑点线索包',
  'lead-results': '线索核查结果包',
  handover: '迁移交接包',
  'policy-list': '政策清单包',
  directory: '名录包',
  receipt: '回执',
  'review-results': '部门审核结果包',
  'payout-results': '发放结果包',
}

const places: Readonly<Record<string, string>> = {
  'survey-assignment': '请在外业笔记本上的“摸底调查 › 外业笔记本”里接收。',
  'survey-results': '请在办公室主机的“摸底调查 › 外业笔记本”里接收。',
}

/** What a kind of package is called. */
export function packageKindLabel(kind: string): string {
  return Object.hasOwn(labels, kind) ? (labels[kind] ?? kind) : kind
}

/** Where it belongs. */
export function packageKindPlace(kind: string): string {
  return Object.hasOwn(places, kind) ? (places[kind] ?? '') : '请核对文件，放回它该去的地方；原件不要删。'
}
