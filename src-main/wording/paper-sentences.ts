import type { ProblemFacts } from '../domain/problem.ts'
import { type SentencesOf } from './sentence.ts'

type Things = 'picture'

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
  'picture.damaged': ({ fileName }) => ({
    what: `“${fileName}”已损坏或没有拷完，读不出来，没有收进来。`,
    now: '请从手机或扫描仪重新拷贝一次；仍不行的，重新拍照或扫描。',
  }),
}
