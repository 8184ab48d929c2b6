import type { SentencesOf } from './sentence.ts'

export const formSentences: SentencesOf<'form'> = {
  'form.not-xlsx': ({ fileName }) => ({
    what: `《${fileName}》不是 xlsx 表格，填不了。`,
    now: '请用 Excel 或 WPS 另存为 .xlsx 后再选。',
  }),
  'form.no-head': ({ fileName }) => ({
    what: `在《${fileName}》前 15 行里没有找到认得的表头。`,
    now: '请核对是不是这张表；表头在别处的，请先把它移到前 15 行。',
  }),
  'form.not-fillable': ({ fileName }) => ({
    what: `《${fileName}》的内部结构不常见，不能在原样上填写。`,
    now: '请用 Excel 或 WPS 打开另存一次再选；仍不行的用“任选出表”。',
  }),
  'form.nothing-mapped': () => ({
    what: '还没有一列对上我们的内容。',
    now: '请给要填的列选上对应的内容。',
  }),
  'form.nobody-matched': () => ({
    what: '表里已有的行，一个人也没有对上。',
    now: '请核对姓名、证号列的对应，或改用“把符合条件的人填进去”。',
  }),
  'form.gone': () => ({
    what: '这张表已不在暂存里。',
    now: '请重新选一次文件。',
  }),
}
