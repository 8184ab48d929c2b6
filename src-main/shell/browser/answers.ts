import type { ServerResponse } from 'node:http'
import type { Problem } from '../../domain/problem.ts'
import { everyAnswersHeaders } from '../content-security.ts'
import type { Refusal } from './request-guard.ts'

const closedPage = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>请重新打开</title></head>
<body><h1>请从启动程序重新打开</h1>
<p>这个地址没有带启动凭证，或者凭证已经用过、程序已经重新启动。</p>
<p>请回到启动程序，再次运行“一卡通乡镇工作站”（npm start），它会给出新的地址。</p></body></html>
`

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...everyAnswersHeaders, 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...everyAnswersHeaders, 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

/** What a page is told when it asked for a file and was refused: the catalogue's code and its facts. */
export function sendProblem(response: ServerResponse, status: number, problem: Problem): void {
  sendJson(response, status, { code: problem.code, facts: problem.facts })
}

export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  if (refusal !== 'no-cookie') return sendText(response, 403, '拒绝：请求不是从本程序的页面发出的。')
  response.writeHead(401, {
    ...everyAnswersHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  response.end(closedPage)
}
