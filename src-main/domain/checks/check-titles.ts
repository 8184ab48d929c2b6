/** 检查名称 — the checks this version runs and what each is called. */
export const checkTitles = {
  C01: '名单人员已死亡',
  C03: '同人重复',
  C05: '一卡多人',
  C06: '一人多卡',
  C08: '卡号存疑',
  C09: '证号由15位升位',
  C10: '超过确权上限',
  C11: '财政供养人员',
  C17: '原表金额不符',
  C26: '户主待补',
} as const

export type RunCheckCode = keyof typeof checkTitles

/** A check's title, or its code where this version does not run it. */
export function checkTitle(check: string): string {
  return Object.hasOwn(checkTitles, check) ? checkTitles[check as RunCheckCode] : check
}
