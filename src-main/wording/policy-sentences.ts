import type { PolicyLineFault } from '../domain/policy-list.ts'
import type { SentencesOf } from './sentence.ts'

const mostNamed = 5

/** The year's policy list. */
export const policySentences: SentencesOf<'policy'> = {
  'policy.lines-refused': ({ fileName, lines }) => ({
    what: `《${fileName}》没有收下：${lines.slice(0, mostNamed).map(faultText).join('；')}${moreText(lines.length)}。现行清单不变。`,
    now: '请与县里核对后改好表格再读入；也可以先逐条录入没有疑问的项目。',
  }),
  'policy.other-year': ({ fileName, said, year }) => ({
    what: `《${fileName}》写的是 ${said} 年，现在办的是 ${String(year)} 年。`,
    now: '请核对文件，或先把政策年度换成清单的年度。',
  }),
  'policy.already-on-list': ({ programme, year }) => ({
    what: `“${programme}”已经在 ${String(year)} 年的清单里了，同一项目不能列两次。`,
    now: '请在清单里找到它，选“改”。',
  }),
  'policy.empty': ({ year }) => ({
    what: `${String(year)} 年的清单里一个项目也没有。`,
    now: '请先读入县里的清单，或逐条录入。',
  }),
}

function faultText({ line, rule, name, otherLine }: PolicyLineFault): string {
  if (rule === 'no-name') return `第 ${String(line)} 行没有项目名称`
  const same = rule === 'twice' ? '重复' : '是同一个项目'
  return `第 ${String(line)} 行“${name}”与第 ${String(otherLine)} 行${same}`
}

function moreText(count: number): string {
  return count > mostNamed ? `；共 ${String(count)} 处` : ''
}
