import type { ReactNode } from 'react'

interface Change {
  readonly label: string
  readonly from: string
  readonly to: string
}

const nothing = '（空）'

/** What changes, each old value struck through before the new one; only the old where nothing takes its place. */
export function Changes({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  return (
    <span title={changesText(changes)}>
      {changes.map(({ label, from, to }) => (
        <span key={label} className="change">
          <span className="quiet">{label}</span>{' '}
          {to === '' ? (
            from
          ) : (
            <>
              <del>{from || nothing}</del> → <ins>{to}</ins>
            </>
          )}
        </span>
      ))}
    </span>
  )
}

export function changesText(changes: readonly Change[]): string {
  return changes
    .map(({ label, from, to }) => (to === '' ? `${label} ${from}` : `${label} ${from || nothing} → ${to}`))
    .join('；')
}
