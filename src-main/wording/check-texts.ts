import { type CheckPlace, type CheckScope, type KnownCheck } from '../domain/checks/check-catalogue.ts'

export const checkScopeLabels: { readonly [S in CheckScope]: string } = {
  person: '人',
  household: '户',
  batch: '批',
}

export const checkPlaceLabels: { readonly [P in CheckPlace]: string } = {
  run: '每次检查',
  list: '单列清单',
  gate: '办理闸口',
  import: '导入时',
  'not-yet': '还没有做',
}

/** 检查说明 — what is compared with what, and what resolves it. */
export interface CheckText {
  readonly needs: string
  readonly resolves: string
}

/** For every check what it needs, and what to do; for one that is not run, why not. */
export const checkTexts: { readonly [C in KnownCheck]: CheckText } = {
  C01: {
    needs: '死亡人员名单、户页登记的死亡；按项目的死亡后果和资格基准日判断',
    resolves: '办理死亡与承接或停发；同号不同名的写明是否同一人',
  },
  C02: {
    needs: '服刑强戒人员名单；写有起止的只看基准日在期内的',
    resolves: '核实本人和期间后写明意见；到户、按亩的和社区矫正只作提示',
  },
  C03: {
    needs: '本期全部申报，按证号',
    resolves: '按亩的说明或合并，到人的退回多报的一笔；15 位和 18 位证号已先归一',
  },
  C04: {
    needs: '互斥关系表、今年其他项目的申报和名册、低保特困名单',
    resolves:
      '只保留一项或择高；只有全国、有公开依据的硬性互斥才拦截。工伤护理费、外县领取没有名单，查不到；一地两吃要有地块号，也还查不到',
  },
  C05: { needs: '本期全部申报，按账号', resolves: '换成本人账户，或登记委托代领；同户的写明' },
  C06: { needs: '本期全部申报，按证号', resolves: '确认用哪一个账户，其余停用' },
  C07: {
    needs: '账户户名、委托和监护登记；发放名册上银行写的失败原因',
    resolves: '登记委托或监护、改为本人账户；银行证实户名不符的须换账户才能通过',
  },
  C08: { needs: '账号本身', resolves: '对照卡面核对；老存折没有校验位，不查' },
  C09: { needs: '证号本身；校验不过的在导入时已退回', resolves: '见到本人证件时核对' },
  C10: { needs: '土地确权台账、流转台账、承接关系', resolves: '核实流转、代耕、不予补贴面积后改面积或写明' },
  C11: { needs: '财政供养人员名单', resolves: '按政策核实是否可以享受，写明意见' },
  C12: {
    needs: '今年入户时问的“村干部”“近亲属”；没有单独的干部名册',
    resolves: '备案、公示，写明核实意见',
  },
  C13: {
    needs: '条款里的资格规则所用的各项事实；残疾人证名单（有效期、等级）、低保名单',
    resolves: '见新证或请残联核对后写明；不据名单自动停发，防止误停',
  },
  C14: {
    needs: '人口登记、残疾人证和低保特困名单、今年的申报和名册',
    resolves: '在“应享未享”里逐人核实，符合的帮助申报',
  },
  C15: {
    needs: '公示记录：张贴日、天数、证据',
    resolves: '公示没有办结、不足期、没有证据的不能打包；网上公开登记还没有做',
  },
  C16: { needs: '银行和部门的发放结果', resolves: '发放结果接入后才能查，现在不查' },
  C17: {
    needs: '原表金额、名册标准和今年清单；公示、打包时逐行核对金额',
    resolves: '核实以哪个为准；公示与报送差一分钱都不能打包。与银行反馈核对要等结果接入',
  },
  C18: { needs: '电话、住址门牌、账号', resolves: '抽查是否照抄造册；连号和同门牌只作提示' },
  C19: {
    needs: '今年走访的核实方式、代签人和签字',
    resolves: '抽查回访本人；笔迹看不出来，以登记为准',
  },
  C20: { needs: '收款人、账户性质、委托和监护登记的到期日', resolves: '登记有效证明，或改为本人账户' },
  C21: { needs: '发放反馈里的付款方和收款户', resolves: '发放结果接入后才能查，现在不查' },
  C22: { needs: '户页登记的迁出、注销；没有外县名单', resolves: '核实是否还在本地、有没有两地领取' },
  C23: { needs: '互斥关系表里按户的规定、同户人员', resolves: '按今年清单核实后写明；外县的规定只作疑点' },
  C24: {
    needs: '冻结的公示件、操作留痕',
    resolves: '公示后改了公示内容的不能打包，须退回补正、重新公示；留痕链断了会报警',
  },
  C25: { needs: '投诉举报登记', resolves: '投诉登记做好后才能查，现在不查' },
  C26: { needs: '户籍登记', resolves: '在户页关联户主' },
  C27: { needs: '调查时问的“卡在谁手里”', resolves: '交还本人；有委托的登记委托' },
  C28: { needs: '同户的申报；只查一户一份的项目', resolves: '已分户的先办分户，没分户的只留一份' },
}
