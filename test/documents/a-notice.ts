import type { NoticeDocument } from '../../src-main/documents/notice-document.ts'
import { toPublicLine, type PublicLine, type UnmaskedLine } from '../../src-main/domain/masking.ts'

const surnames = '卫畅关尉晋柴韩乔樊亢段靳王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const givenNames = [
  '建国',
  '桂兰',
  '海林',
  '翠花',
  '福生',
  '世荣',
  '秀珍',
  '宝根',
  '志强',
  '玉梅',
  '安民',
  '润香',
  '伟',
  '芳',
]

/** A line as the register has it; what a test is about is given, the rest follows from the number. */
export function anUnmaskedLine(lineNo: number, given: Partial<UnmaskedLine> = {}): UnmaskedLine {
  const areaCentiMu = 100 + ((lineNo * 37) % 1400)
  return {
    lineNo,
    group: '一组',
    name: `${surnames[lineNo % surnames.length]}${givenNames[lineNo % givenNames.length]}`,
    idNumber: `141024${1950 + (lineNo % 50)}0101${String(lineNo % 1000).padStart(4, '0')}`,
    areaCentiMu,
    rateText: '67.03',
    amountFen: Math.round((areaCentiMu * 6703) / 100),
    note: '',
    ...given,
  }
}

/** A village of so many lines in groups of so many. */
export function publicLines(count: number, groupSize = 60): PublicLine[] {
  return Array.from({ length: count }, (_, index) => {
    const group = `第${Math.floor(index / groupSize) + 1}组`
    return toPublicLine(anUnmaskedLine(index + 1, { group }), 'full')
  })
}

export function aNotice(given: Partial<NoticeDocument> = {}): NoticeDocument {
  const lines = given.lines ?? publicLines(12, 5)
  return {
    village: '北杜村',
    year: 2026,
    programmeName: '耕地地力保护补贴',
    stage: '申报情况',
    serial: '2026-014',
    version: 2,
    policyBasis: '洪洞县2026年惠民惠农财政补贴政策清单（第3版）和县农业农村局当年实施方案',
    department: '县农业农村局',
    recipients: '拥有承包权的种地农户',
    standardText: '每亩67.03元',
    firstDay: '2026-11-14',
    lastDay: '2026-11-20',
    days: 7,
    dayKind: 'calendar',
    firstDayCounted: false,
    places: ['北杜村公示栏', '二组路口'],
    acceptedBy: '甘亭镇财政所',
    acceptedDuring: '工作日8:00—18:00',
    hotlines: [
      { label: '县财政局', phone: '0357-0000000' },
      { label: '县农业农村局', phone: '0357-0000001' },
      { label: '甘亭镇人民政府', phone: '0357-0000002' },
    ],
    email: 'jubao@example.cn',
    address: '洪洞县甘亭镇人民政府',
    issuer: '甘亭镇人民政府',
    issuedOn: '2026-11-13',
    isDemonstration: false,
    nameLabel: '户主',
    count: { number: lines.length, unit: '户' },
    rateUnit: '元/亩',
    lines,
    tailDifferenceFen: null,
    frozenHash: '3f7a91c2d4e5b60718293a4b5c6d7e8f3f7a91c2d4e5b60718293a4b5c6d7e8f',
    reprintedOn: null,
    ...given,
  }
}
