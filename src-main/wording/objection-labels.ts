import type { NoticeEnding, ObjectionOutcome, ObjectionWay } from '../domain/objection.ts'

export const objectionWayLabels: Readonly<Record<ObjectionWay, string>> = {
  visit: '来访',
  phone: '来电',
  letter: '来信',
  code: '扫码',
}

export const objectionOutcomeLabels: Readonly<Record<ObjectionOutcome, string>> = {
  dismissed: '异议不成立',
  upheld: '异议成立',
}

export const noticeEndingLabels: Readonly<Record<NoticeEnding, string>> = {
  'no-objection': '公示期满无异议',
  dismissed: '公示期满，异议不成立',
  corrected: '公示期满，异议成立已更正',
}
