import type { SentencesOf } from './sentence.ts'

const wantedFiles = {
  request: '外业笔记本写出的“外业登记申请”',
  answer: '办公室主机写出的“外业登记答复”',
} as const

/** Enrolling field laptops, and what belongs on the other machine. */
export const machineSentences: SentencesOf<'machine'> = {
  'machine.not-an-enrolment': ({ wanted }) => ({
    what: `这个文件不是${wantedFiles[wanted]}，或者没有拷贝完整。`,
    now: '请在另一台机器上重新写出，原样拷过来，不要用其他软件打开保存。',
  }),
  'machine.enrolment-changed': () => ({
    what: '这个登记文件的签名验不过，写出以后被改动过。',
    now: '请不要登记。在另一台机器上重新写出一份，当面拷过来。',
  }),
  'machine.other-township': ({ township }) => ({
    what: `对方机器是别的乡镇的（区划代码 ${township}），不能互相登记。`,
    now: '请核对笔记本建立时选的乡镇；选错的，要换一个数据目录重新建立。',
  }),
  'machine.demonstration-differs': () => ({
    what: '一台是演示用的，一台是正式用的，不能互相登记。',
    now: '请用同一种机器：演示对演示，正式对正式。',
  }),
  'machine.own-file': () => ({
    what: '这是本机自己写出的文件。',
    now: '请拿到另一台机器上去读。',
  }),
  'machine.for-another': ({ name }) => ({
    what: `这份登记答复是给“${name}”的，不是给本机的。`,
    now: '请到那台笔记本上去读；本机的答复请在办公室主机上另外写出。',
  }),
  'machine.name-taken': ({ name }) => ({
    what: `已经有一台笔记本叫“${name}”。`,
    now: '请换一个名字，例如加上编号。',
  }),
  'machine.other-office': ({ name }) => ({
    what: `本机已经登记到“${name}”，不能再登记到另一台主机。`,
    now: '请先弄清是哪一台主机在管外业；确实换了主机的，请联系技术支持。',
  }),
  'machine.revoked': ({ name }) => ({
    what: `“${name}”的登记已经吊销，不能再用。`,
    now: '找回来的笔记本要重新建立（换一个数据目录），再重新登记。',
  }),
  'machine.not-enrolled': () => ({
    what: '本机还没有登记到办公室主机。',
    now: '请系统管理员在“系统 › 本机登记”里办理，两边核对核对码。',
  }),
  'machine.office-only': () => ({
    what: '这件事只能在办公室主机上办，外业笔记本上没有。',
    now: '请把摸底返回包带回办公室，在主机上办理。',
  }),
  'machine.field-only': () => ({
    what: '这件事只能在外业笔记本上办。',
    now: '请到外业笔记本上办理。',
  }),
}
