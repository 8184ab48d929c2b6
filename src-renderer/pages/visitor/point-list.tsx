import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useHasRole } from '../../app/who.tsx'
import type { Point } from './visitor.ts'

interface Props {
  readonly points: readonly Point[]
  readonly chosen: readonly string[]
  /** Left out where nothing can be printed. */
  readonly onChoose: ((chosen: readonly string[]) => void) | undefined
}

/** 未了事项 — what hinders money first; ticked ones go onto the notice. */
export function PointList({ points, chosen, onChoose }: Props): ReactNode {
  if (points.length === 0) return <p className="quiet">没有未了的事。</p>
  const toggle = (key: string): void =>
    onChoose?.(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  return (
    <ul className="visitor-points">
      {points.map((point) => (
        <li key={point.key}>
          {onChoose === undefined ? (
            <b>{point.title}</b>
          ) : (
            <Checkbox checked={chosen.includes(point.key)} onChange={() => toggle(point.key)}>
              <b>{point.title}</b>
            </Checkbox>
          )}
          <p>
            {point.detail} {!point.isForVisitor && <span className="quiet">（由我们办）</span>}{' '}
            <Way point={point} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Straight to where the point is dealt with. */
function Way({ point }: { readonly point: Point }): ReactNode {
  const isClerk = useHasRole('clerk')
  if (point.taskId !== null && isClerk) return <Link to={`/survey/task/${point.taskId}`}>打开调查表</Link>
  if (point.kind === 'returned' && isClerk) return <Link to="/review?status=returned">去补正</Link>
  return null
}
