import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  readonly extra?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A white panel with a head line; its body takes the rest of the height and scrolls by itself. */
export function Panel({ title, extra, children, className }: Props): ReactNode {
  return (
    <section className={`panel ${className ?? ''}`}>
      <header className="panel-head">
        <h2>{title}</h2>
        <div className="panel-extra">{extra}</div>
      </header>
      <div className="panel-body">{children}</div>
    </section>
  )
}
