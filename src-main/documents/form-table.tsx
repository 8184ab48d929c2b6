import { Fragment, type ReactNode } from 'react'
import { FittedCell } from './fitted-cell.tsx'

/** A row under the heading it belongs to; the heading is printed again where a page begins within it. */
export interface FormPart {
  readonly section: FormSection
  readonly row: ReactNode
}

export interface FormSection {
  readonly title: string
  readonly hint: string
  /** Columns with their widths; a section without has lines of text. */
  readonly columns: readonly FormColumn[]
}

export interface FormColumn {
  readonly label: string
  readonly widthMm: number
}

/** Text on one line of its column, or over several. */
export type Cell = string | number | { readonly long: string; readonly small?: true }

export const titleMm = 7.5
export const columnHeadMm = 6.4

export function headingMm({ title, columns }: FormSection): number {
  return (title === '' ? 0 : titleMm) + (columns.length > 0 ? columnHeadMm : 0)
}

export function FormRow({
  cells,
  columns,
  heightMm,
}: {
  readonly cells: readonly Cell[]
  readonly columns: readonly FormColumn[]
  readonly heightMm: number
}) {
  return (
    <tr style={{ height: `${heightMm}mm` }}>
      {cells.map((cell, index) =>
        typeof cell === 'object' ? (
          <td key={index} className={cell.small ? 'text small' : 'text'}>
            {cell.long}
          </td>
        ) : (
          <FittedCell key={index} text={String(cell)} widthMm={(columns[index]?.widthMm ?? 20) - 2.2} />
        ),
      )}
    </tr>
  )
}

/** The parts of one page, each run of a section under its heading. `numberOf` gives 一, 二, 三 … */
export function FormParts({
  parts,
  titleOf,
}: {
  readonly parts: readonly FormPart[]
  titleOf(section: FormSection): string
}) {
  return runsOf(parts).map((run) => {
    const [{ section }] = run as [FormPart]
    return (
      <Fragment key={section.title}>
        {section.title !== '' && (
          <h2>
            {titleOf(section)}
            <small>　{section.hint}</small>
          </h2>
        )}
        {section.columns.length === 0 ? (
          run.map((part, index) => <Fragment key={index}>{part.row}</Fragment>)
        ) : (
          <FormTable section={section} run={run} />
        )}
      </Fragment>
    )
  })
}

function FormTable({ section, run }: { readonly section: FormSection; readonly run: readonly FormPart[] }) {
  return (
    <table>
      <colgroup>
        {section.columns.map(({ widthMm }, index) => (
          <col key={index} style={{ width: `${widthMm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: `${columnHeadMm}mm` }}>
          {section.columns.map(({ label }, index) => (
            <th key={index}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {run.map((part, index) => (
          <Fragment key={index}>{part.row}</Fragment>
        ))}
      </tbody>
    </table>
  )
}

function runsOf(parts: readonly FormPart[]): FormPart[][] {
  const runs: FormPart[][] = []
  for (const part of parts) {
    if (runs.at(-1)?.[0]?.section === part.section) runs.at(-1)?.push(part)
    else runs.push([part])
  }
  return runs
}
