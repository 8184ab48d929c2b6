import type { KnownCheck } from './check-catalogue.ts'

/** 检查名称 — what each check is called. */
export const checkTitles: { readonly [C in KnownCheck]: string } = {
  C01: '名单人员已死亡',
  C02: '服刑强戒人员',
  C03: '同人重复',
  C04: '互斥项目同享',
  C05: '一卡多人',
  C06: '一人多卡',
  C07: '户名与姓名不符',
  C08: '卡号存疑',
  C09: '证号由15位升位',
  C10: '超过确权上限',
  C11: '财政供养人员',
  C12: '村干部及近亲属',
  C13: '条件存疑',
  C14: '应享未享',
  C15: '未公示或不足期',
  C16: '超期未发',
  C17: '金额标准不一致',
  C18: '批量雷同',
  C19: '代签代核',
  C20: '代领无授权',
  C21: '现金或转他人账户',
  C22: '户籍迁出或注销',
  C23: '同户叠加享受',
  C24: '审后改动',
  C25: '举报逾期未办',
  C26: '户主待补',
  C27: '卡由他人保管',
  C28: '同户多人各报',
}

/** A check's title, or its code where nothing is known of it. */
export function checkTitle(check: string): string {
  return Object.hasOwn(checkTitles, check) ? checkTitles[check as KnownCheck] : check
}
