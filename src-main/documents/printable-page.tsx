import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { fontFaces, shippedBoldFont, shippedFont } from './font-faces.ts'

/** 方正小标宋, 仿宋 and 黑体 where the machine has them; the shipped Song type everywhere else. */
export const titleStack = `"方正小标宋简体","FZXiaoBiaoSong-B05S","FZXBSJW--GB1-0","方正小标宋_GBK","${shippedBoldFont}","${shippedFont}",serif`
export const bodyStack = `"仿宋_GB2312","FangSong_GB2312","FangSong","仿宋","方正仿宋_GBK","${shippedFont}",serif`
export const headStack = `"SimHei","黑体","方正黑体_GBK","${shippedBoldFont}","${shippedFont}",serif`

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

export interface PrintablePage {
  readonly title: string
  readonly style: string
  readonly body: ReactNode
  /** Text that stands in margin boxes only; it must find its glyphs as well. */
  readonly marginText?: string
}

/** One self-contained HTML document: the same for preview, print and PDF; nothing is fetched, nothing runs. */
export function renderPage({ body, ...page }: PrintablePage): string {
  return renderMarkup({ ...page, markup: renderToStaticMarkup(body) })
}

/** The same around a body that was rendered before, page by page: a long paper must not hold everybody up. */
export function renderMarkup({
  title,
  style,
  markup,
  marginText = '',
}: Omit<PrintablePage, 'body'> & { readonly markup: string }): string {
  const text = textOf(markup) + marginText
  const html = renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: fontFaces(text, boldTextOf(markup)) + style }} />
      </head>
      <body>
        <div className="margin-text">{marginText}</div>
        <div dangerouslySetInnerHTML={{ __html: markup }} />
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** A value as a CSS string in which no character can end the string, the rule or the style element. */
export function cssString(text: string): string {
  const escape = (character: string) => `\\${(character.codePointAt(0) as number).toString(16)} `
  return `"${[...text].map((character) => (/[\p{L}\p{N} ]/u.test(character) ? character : escape(character))).join('')}"`
}

// Entities stay as written: they are ASCII, which every document needs anyway.
function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, '')
}

function boldTextOf(markup: string): string {
  const bold = markup.match(/<(h[1-3]|th|dt|b|strong)\b[^>]*>.*?<\/\1>/gs) ?? []
  return textOf(bold.join(''))
}
