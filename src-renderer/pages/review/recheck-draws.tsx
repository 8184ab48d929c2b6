import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { instantText } from '../../format/instant.ts'

type Draw = Outputs['review']['rechecks']['draws'][number]

/** 怎么抽的 — seed and digest of every draw, so that an auditor can draw the same records again. */
export function RecheckDraws({ draws }: { readonly draws: readonly Draw[] }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  if (draws.length === 0) return null
  return (
    <>
      <Button
        type="link"
        size="small"
        className="recheck-draws-open"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? '收起抽取记录' : `抽取记录 ${draws.length} 次（可复算）`}
      </Button>
      {isOpen && (
        <div className="recheck-draws" tabIndex={0} role="region" aria-label="抽取记录">
          <table className="check-table">
            <thead>
              <tr>
                <th>村</th>
                <th>抽取</th>
                <th>何时何人</th>
                <th>种子</th>
                <th>候选名单摘要</th>
                <th>复算</th>
              </tr>
            </thead>
            <tbody>
              {draws.map((draw) => (
                <DrawRow key={draw.drawId} draw={draw} />
              ))}
            </tbody>
          </table>
          <p className="quiet">
            种子由程序随机产生。把“种子:申报编号”逐个算 SHA-256，从小到大取前几个，就是抽中的记录。
          </p>
        </div>
      )}
    </>
  )
}

function DrawRow({ draw }: { readonly draw: Draw }): ReactNode {
  const again = useQuery({
    ...calls.review.redraw.queryOptions({ input: { drawId: draw.drawId } }),
    enabled: false,
  })
  return (
    <tr>
      <td>{draw.villageName}</td>
      <td>
        {draw.candidates} 笔里抽 {draw.size} 笔
      </td>
      <td>
        {instantText(draw.drawnAt)} {draw.drawnBy}
      </td>
      <td className="digest">{draw.seed}</td>
      <td className="digest">{draw.candidatesDigest.slice(0, 16)}…</td>
      <td>
        {again.data === undefined ? (
          <Button size="small" loading={again.isFetching} onClick={() => void again.refetch()}>
            复算
          </Button>
        ) : (
          <span className={again.data.isSame ? 'ties' : 'must'}>
            {again.data.isSame ? '复算一致' : '复算不一致，请查审计记录'}
          </span>
        )}
      </td>
    </tr>
  )
}
