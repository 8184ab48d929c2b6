import type { ReactNode } from 'react'
import { DemonstrationMark } from './demonstration-mark.tsx'
import { QrCode } from './qr-code.tsx'

/** What stands at the head and foot of every sheet of a paper. */
export interface PaperHeading {
  readonly title: string
  readonly township: string
  readonly village: string
  readonly serial: string
  readonly printedOn: string
  readonly isDemonstration: boolean
}

/** Where one sheet stands: in the whole paper, and among the sheets of its own household. */
export interface SheetNumber {
  readonly page: number
  readonly pages: number
  /** `本户第1页共2页`; empty where the whole paper is one thing. */
  readonly part: string
  readonly qrText: string
}

/** A4 less the margins, and less the head and foot of every sheet, see `paper-style.ts`. */
export const sheetWidthMm = 170
export const sheetRoomMm = 230

interface Props {
  readonly heading: PaperHeading
  readonly number: SheetNumber
  /** A second line below the title: whose form, or which groups. */
  readonly subtitle: ReactNode
  readonly children: ReactNode
}

/** 一页 — head with the code, what is on it, and the number at its foot. Its height is fixed. */
export function PaperSheet({ heading, number, subtitle, children }: Props) {
  return (
    <section className="sheet">
      {heading.isDemonstration && <DemonstrationMark />}
      <header>
        <div>
          <h1>{heading.title}</h1>
          <p>{subtitle}</p>
        </div>
        <QrCode text={number.qrText} />
      </header>
      <div className="content">{children}</div>
      <footer>
        <span>
          {heading.serial} 第{number.page}页共{number.pages}页{number.part && `　${number.part}`}
        </span>
        <span>
          {heading.isDemonstration && '演示数据　'}
          {heading.printedOn}印　非涉密，填写后按档案保管
        </span>
      </footer>
    </section>
  )
}
