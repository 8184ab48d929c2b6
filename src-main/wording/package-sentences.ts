import { formatYuan } from '../domain/money.ts'
import type { ProblemFacts } from '../domain/problem.ts'
import { packageKindLabel, packageKindPlace } from './package-kind-labels.ts'
import { listed, type SentencesOf } from './sentence.ts'

type Things = 'package' | 'server' | 'pdf'

const whyNotAllowed = {
  role: '不是这一步的签名岗位',
  'not-yet-valid': '签名钥还没有到启用日期',
  expired: '签名钥已过有效期',
  revoked: '签名钥已吊销',
  kind: '无权签这一类包',
  programme: '无权签这个补贴项目',
} as const satisfies Record<ProblemFacts['package.signer-not-allowed']['why'], string>

/** Export packages and what is outside this machine. */
export const packageSentences: SentencesOf<Things> = {
  'package.nothing-approved': () => ({
    what: '没有初审通过、可以报送的申报（本项目不公示）。',
    now: '请先完成初审，再打包。',
  }),
  'package.nothing-to-send': () => ({
    what: '没有公示期满、可以报送的申报。',
    now: '请先办结公示，再打包。',
  }),
  'package.account-unconfirmed': ({ count }) => ({
    what: `有 ${String(count)} 笔的收款账户是新登记或改过的，还没有第二人核对，不能打包。`,
    now: '请由另一个人在“人口与账户”里照卡面核对这些账户，再打包。',
  }),
  'package.publicity-open': ({ villages }) => ({
    what: `公示还没有办结的村：${listed(villages)}。`,
    now: '请等公示期满并办结，或先只打包其他村。',
  }),
  'package.totals-differ': ({ where, expectedFen, foundFen }) => ({
    what: `${where}的金额对不上：应为 ${formatYuan(expectedFen)} 元，实为 ${formatYuan(foundFen)} 元。已停止打包。`,
    now: '请不要报送，记下这两个数，联系技术支持查清差额。',
  }),
  'package.recipient-missing': ({ recipient }) => ({
    what: `还没有登记收件单位“${recipient}”的公钥，不能加密。`,
    now: '请向该单位要公钥并当面核对指纹，登记后再打包。',
  }),
  'package.demonstration-refused': () => ({
    what: '这是演示工作站做的包，正式单位不收。',
    now: '演示包只能用来练习和查看，请勿用于实际报送。',
  }),
  'package.wrong-kind': ({ kind }) => ({
    what: `这是一个“${packageKindLabel(kind)}”，不是这里要的包。`,
    now: packageKindPlace(kind),
  }),
  'package.other-township': ({ township }) => ({
    what: `这个包是别的乡镇的（区划代码 ${township}），本机不收。`,
    now: '请交还给那个乡镇，不要在本机保存。',
  }),
  'package.for-another': ({ recipient }) => ({
    what: `这个包是给“${recipient}”的，不是给本机的，本机打不开，也没有动它。`,
    now: '请把文件拿到那台机器上去接收。',
  }),
  'package.sender-not-enrolled': ({ fingerprint }) => ({
    what: `写出这个包的机器没有在本机登记（指纹 ${fingerprint.slice(0, 16)}…）。`,
    now: '请弄清是哪台机器写的；确是本乡镇的笔记本，请管理员登记以后再试一次。',
  }),
  'package.id-reused': ({ packageId }) => ({
    what: `包号 ${packageId} 以前收过，但这次内容不一样。两个包都留着，这一个没有采用。`,
    now: '请不要再读这个文件，记下包号，联系技术支持查清哪一个是真的。',
  }),
  'package.round-unknown': () => ({
    what: '包里的摸底轮次本机没有，内容没有写入，原件留着。',
    now: '本机可能恢复过旧备份。请联系技术支持，把丢失的轮次找回来以后再试一次。',
  }),
  'package.task-unknown': ({ count }) => ({
    what: `包里有 ${String(count)} 户不是本机派给这台笔记本的，内容没有写入，原件留着。`,
    now: '本机可能恢复过旧备份。请把这些户重新派给这台笔记本，再试一次。',
  }),
  'package.foreign-edits': () => ({
    what: '包里有不是这台笔记本录入的内容，没有采用，原件留着。',
    now: '请停用这台笔记本，联系技术支持查清。',
  }),
  'package.other-version': ({ format }) => ({
    what: `这个包是另一版软件做的（格式 ${format}），本机读不了。`,
    now: '请把两台机器的软件更新到同一版，再重新写出这个包。原来的包请先留着。',
  }),
  'package.bad-signature': ({ signature }) => ({
    what: `签名“${signature}”验不过，内容可能被改动过。`,
    now: '请不要采用这个包，保留原件，联系发送单位核实。',
  }),
  'package.damaged': ({ member }) => ({
    what:
      member === 'envelope'
        ? '这个包打不开：文件在拷贝时损坏了，或没有拷全。'
        : `包里的“${member}”与清单记的不一致，文件已损坏或不全。`,
    now: '请重新拷贝或请发送单位重发，原件不要删。',
  }),
  'package.malformed': ({ why }) => ({
    what: `这个文件不合包的格式：${malformationWords(why)}。`,
    now: '请不要使用这份文件，向发件人重新索取；仍不行的请联系县里技术人员。',
  }),
  'package.not-for-us': () => ({
    what: '这个包不是给本机或本单位的（或者密钥、口令不对），打不开，也没有动它。',
    now: '请看文件名写的是给谁的，拿到那台机器上打开；确实发错的，请发送的人重做。',
  }),
  'package.unknown-signer': ({ fingerprint }) => ({
    what: `签名人不在已登记的名单里，指纹：${fingerprint}。`,
    now: '请打电话与发送单位核对指纹，登记以后再打开。',
  }),
  'package.signer-not-allowed': ({ owner, why }) => ({
    what: `${owner}的签名无效：${whyNotAllowed[why]}。`,
    now: '请不要采用这个包，联系发送单位由有权签名的人重新签发。',
  }),
  'server.unreachable': () => ({
    what: '连不上接收端，包还在等待报送，没有丢。',
    now: '请检查网络后再发一次，或改用 U 盘报送。',
  }),
  'pdf.unavailable': () => ({
    what: '本机没有可用的浏览器内核，生成不了 PDF。',
    now: '请安装 Chromium、Chrome 或 Edge 之一后重试；急用时可先打印网页版。',
  }),
}

const malformations: Readonly<Record<string, string>> = {
  'too-large': '文件过大',
  'too-many-members': '里面的文件过多',
  'not-a-package': '里面不是包，可能是别的文件改了名',
  'zip-not-canonical': '压缩包的写法被改动过',
  'member-compressed': '里面的文件被重新压缩过',
  'member-name': '里面有不允许的文件名',
  'member-repeated': '里面有重复的文件',
  'member-unexpected': '里面多出了文件',
  'member-missing': '里面缺少文件',
  'member-order': '里面的文件次序不对',
  'tag-file': '清单文件不合格式',
  header: '包头不合格式',
  record: '有记录不合格式',
  'record-order': '记录次序不对',
  'record-outside-batch': '有记录不属于这一批',
  counts: '行数或面积与包头不一致',
  'kind-not-readable': '这一版软件还不能读这类包',
}

/** `why` is a word of the list above, and after a colon where it is. */
function malformationWords(why: string): string {
  const [word = '', ...where] = why.split(': ')
  const words = Object.hasOwn(malformations, word) ? malformations[word] : word
  return where.length === 0 ? `${words}` : `${words}（${where.join(': ')}）`
}
