import type { ProblemFacts } from '../domain/problem.ts'
import { type SentencesOf } from './sentence.ts'

type Things = 'picture' | 'paper'

const toJpeg = '请在手机或电脑上把它另存为 JPG，再选一次。'

const foundSentences: Readonly<Record<ProblemFacts['picture.not-a-picture']['found'], string>> = {
  heic: '是苹果手机的 HEIC 照片，这里读不了',
  bmp: '是 BMP 图片，这里读不了',
  gif: '是 GIF 图片，这里读不了',
  'web-page': '名字像照片，内容其实是网页',
  office: '是文档、表格或压缩包，不是照片',
  other: '不是照片，也不是扫描件',
}

/** Photos, scans and printed papers that come back. */
export const paperSentences: SentencesOf<Things> = {
  'picture.not-a-picture': ({ fileName, found }) => ({
    what: `“${fileName}”${foundSentences[found]}，没有收进来。`,
    now: /^(?:heic|bmp|gif)$/.test(found)
      ? `${toJpeg}${found === 'heic' ? '以后可在手机“设置—相机—格式”里选“兼容性最佳”。' : ''}`
      : '请选 JPG、PNG、WebP、TIF 照片或 PDF 扫描件。',
  }),
  'picture.too-large': ({ fileName, limit }) => ({
    what: `“${fileName}”的像素太多，超过 ${limit * 100} 万像素的上限，没有收进来。`,
    now: '请把手机相机调到普通像素重拍，或用看图软件缩小后再选。',
  }),
  'picture.too-many-pages': ({ fileName, limit }) => ({
    what: `“${fileName}”超过 ${limit} 页，没有收进来。`,
    now: '请按村拆成几个文件再选。',
  }),
  'paper.nothing-to-print': ({ kind }) => ({
    what: `所选的村没有要打印的${kind}：没有走访任务，或都已经打印过。`,
    now: '要再打印一份原件的，请在清单里“取件”；内容有变要重打的，请勾选“作废旧件重印”。',
  }),
  'paper.place-reason-missing': () => ({
    what: '要保留照片里的拍摄地点，但没有写理由。',
    now: '拍摄地点属于个人信息，一般不保留；确需保留的，请写明理由。',
  }),
  'paper.no-such-page': ({ serial, page, pages }) => ({
    what: `${serial} 只有 ${pages} 页，没有第 ${page} 页。`,
    now: '请看图上页脚的页码，重新选择。',
  }),
  'paper.not-in-round': ({ householdTail }) => ({
    what: `户编号后五位 ${householdTail} 的这一户不在这一轮摸底里，或不在这个村。`,
    now: '请先在“走访录入”里把这一户加进本轮，再归位。',
  }),
  'picture.damaged': ({ fileName }) => ({
    what: `“${fileName}”已损坏或没有拷完，读不出来，没有收进来。`,
    now: '请从手机或扫描仪重新拷贝一次；仍不行的，重新拍照或扫描。',
  }),
}
