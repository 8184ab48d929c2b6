import { fileURLToPath } from 'node:url'
import { runDemonstration } from '../../demonstration/run-demonstration.ts'
import { summaryTable } from '../../demonstration/summary-table.ts'
import { chromiumPdf } from '../../transport/chromium-pdf.ts'
import { readSoftware } from '../software.ts'

/** 演示 from files to proof; anything but a whole and tied-out run ends with an exit code that is not zero. */
export async function runDemo(options: {
  root: URL
  out: string
  input: string | undefined
}): Promise<number> {
  const { root, out, input } = options
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const report = await runDemonstration({
    out,
    input,
    resources: fileURLToPath(new URL('resources', root)),
    readWorker: new URL('out/main/read-worker.js', root),
    pictureWorker: new URL('out/main/picture-worker.js', root),
    pdf: chromiumPdf(),
    software: readSoftware(fileURLToPath(root)),
    now: new Date(),
    say,
  })
  say('')
  say(summaryTable(report))
  if (report.degraded) say('没有找到 Chromium，公示件只有网页没有 PDF（degraded）。请先运行 npm run setup。')
  for (const { serial, code } of report.noticesFailed) say(`公示件 ${serial} 没有生成：${code}`)
  const whole =
    report.tiesOut && report.verification.ok && !report.degraded && report.noticesFailed.length === 0
  return whole ? 0 : 1
}
