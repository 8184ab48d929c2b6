import type { FormQuestions, VisitForm } from '../../src-main/documents/visit-form-document.ts'
import type { RegisterLine } from '../../src-main/documents/register-pages.ts'
import type { PaperHeading } from '../../src-main/documents/paper-sheet.tsx'

export function aHeading(change: Partial<PaperHeading> = {}): PaperHeading {
  return {
    title: '2026年耕地地力保护补贴入户调查表',
    township: '甘亭镇',
    village: '甘亭村',
    serial: 'DC2026-0007',
    printedOn: '2026年7月1日',
    isDemonstration: false,
    ...change,
  }
}

const surnames = ['王', '李', '张', '刘', '陈', '杨', '欧阳', '赵', '黄', '周']
const given = ['建国', '秀英', '桂兰', '伟', '志强', '丽', '𠅤', '小军', '玉梅', '海·吐尔逊江买买提']

export function aName(index: number): string {
  return `${surnames[index % surnames.length]}${given[Math.floor(index / 3) % given.length]}`
}

export function aForm(people = 5): VisitForm {
  return {
    household: {
      householdTail: '00037',
      group: '3组',
      householder: '欧阳建国',
      address: '甘亭村三组12号',
    },
    people: Array.from({ length: people }, (_, index) => ({
      name: aName(index),
      relation: ['户主', '妻', '长子', '儿媳', '孙女', '父亲', '母亲', '次子'][index % 8] as string,
      idTail: String(3000 + index * 7).padStart(4, '0'),
      age: 70 - index * 9 < 0 ? 3 : 70 - index * 9,
      note: index === 5 ? '在死亡名单' : index === 2 ? '财政供养名单' : '',
    })),
    accounts: [
      { holder: '欧阳建国', accountTail: '0017', kind: '卡', bankName: '山西洪洞农村商业银行甘亭支行' },
      { holder: '李秀英', accountTail: '2298', kind: '存折', bankName: '' },
    ],
    former: [{ name: '欧阳建国', areaCentiMu: 673, accountTail: '0017' }],
    land: {
      confirmedCentiMu: 812,
      nonEligibleCentiMu: 40,
      transferredOutCentiMu: 120,
      farmedForOthersCentiMu: 0,
    },
    mustVisit: ['上年发放失败'],
  }
}

export function someQuestions(household = 14, person = 6): FormQuestions {
  const texts = [
    '今年是否自愿申报耕地地力保护补贴？',
    '承包地现在谁在种？',
    '流转出去多少亩？',
    '流转给谁（姓名或单位）？',
    '约定补贴归谁，有没有书面写明，协议在谁手里？',
  ]
  const choices = [
    '1是 2否',
    '1自家 2部分流转 3全部流转 4别人代耕 5撂荒 6已无承包地',
    '',
    '',
    '1转出方 2转入方 3没有约定',
  ]
  return {
    household: Array.from({ length: household }, (_, index) => ({
      no: String(index + 1),
      text: texts[index % 5] as string,
      choices: choices[index % 5] as string,
      askIf: index % 5 === 2 ? '第2题为2、3时答' : '',
      required: index % 2 === 0,
    })),
    person: Array.from({ length: person }, (_, index) => ({
      no: String(index + 1),
      text: ['有没有残疾人证？', '残疾等级', '是否在校学生？', '是否在外务工？', '是否村干部或其近亲属？'][
        index % 5
      ] as string,
      choices: ['1是 2否', '1一级 2二级 3三级 4四级'][index % 2] as string,
      askIf: '',
      required: index === 0,
    })),
    modes: ['入户', '电话', '视频', '委托家属', '村组代核'],
    states: ['已访', '外出', '拒访', '查无此人'],
    perMu: true,
  }
}

export function registerLines(count: number, groupSize: number): RegisterLine[] {
  return Array.from({ length: count }, (_, index) => ({
    lineNo: index + 1,
    group: `${Math.floor(index / groupSize) + 1}组`,
    householder: aName(index),
    idTail: index % 11 === 0 ? '003X' : String(1000 + (index % 9000)).slice(-4),
    accountTail: index % 17 === 0 ? '' : String(9000 - (index % 8000)).padStart(4, '0'),
    formerCentiMu: index % 23 === 0 ? null : 100 + ((index * 37) % 900),
    verifiedCentiMu: index % 7 === 0 ? null : 100 + ((index * 37) % 900),
    note: index % 13 === 0 ? '外出' : index % 29 === 0 ? '不再申报（已流转）' : '',
  }))
}
