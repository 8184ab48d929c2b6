import { formatMu } from '../domain/area.ts'
import { FittedCell } from './fitted-cell.tsx'
import { groupedMu } from './printed-values.ts'
import {
  headMm,
  rowMm,
  signingMm,
  type RegisterLine,
  type RegisterRow,
  type RegisterSum,
} from './register-pages.ts'

/** 村级核实清册, one sheet: repeated head, rows of one height, and on the last the village's own signatures. */
export function RegisterTable({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const table = rows.filter((row) => row.is !== 'signing')
  return (
    <>
      <table>
        <colgroup>
          {columns.map(({ label, widthMm }) => (
            <col key={label} style={{ width: `${widthMm}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: `${headMm}mm` }}>
            {columns.map(({ label, unit }) => (
              <th key={label}>
                {label}
                {unit && <br />}
                {unit}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((row) =>
            row.is === 'line' ? (
              <LineRow key={row.line.lineNo} line={row.line} />
            ) : (
              <SumRow key={row.sum.label} sum={row.sum} />
            ),
          )}
        </tbody>
      </table>
      {rows.some((row) => row.is === 'signing') && <Signing />}
    </>
  )
}

const columns: readonly { readonly label: string; readonly unit?: string; readonly widthMm: number }[] = [
  { label: '序号', widthMm: 11 },
  { label: '组别', widthMm: 14 },
  { label: '户主', widthMm: 24 },
  { label: '证号', unit: '后四位', widthMm: 14 },
  { label: '账号', unit: '后四位', widthMm: 14 },
  { label: '上年面积', unit: '（亩）', widthMm: 18 },
  { label: '核实面积', unit: '（亩）', widthMm: 18 },
  { label: '农户签字（手印）', widthMm: 37 },
  { label: '备注', widthMm: 19.5 },
]

function LineRow({ line }: { readonly line: RegisterLine }) {
  return (
    <tr style={{ height: `${rowMm}mm` }}>
      <td>{line.lineNo}</td>
      <FittedCell text={line.group} widthMm={12} />
      <FittedCell text={line.householder} widthMm={22} />
      <td>{line.idTail}</td>
      <td>{line.accountTail}</td>
      <td className="number">{line.formerCentiMu === null ? '' : formatMu(line.formerCentiMu)}</td>
      <td className="number">{line.verifiedCentiMu === null ? '' : formatMu(line.verifiedCentiMu)}</td>
      <td />
      <FittedCell text={line.note} widthMm={17} />
    </tr>
  )
}

function SumRow({ sum }: { readonly sum: RegisterSum }) {
  return (
    <tr className="sum" style={{ height: `${rowMm}mm` }}>
      <td colSpan={5}>
        {sum.label}　{sum.households} 户
      </td>
      <td className="number">{groupedMu(sum.formerCentiMu)}</td>
      <td className="number">{sum.verifiedCentiMu === null ? '' : groupedMu(sum.verifiedCentiMu)}</td>
      <td colSpan={2} />
    </tr>
  )
}

const signers = ['村报账员', '村党组织书记（村委会主任）', '村务监督委员会主任', '包村干部'] as const

function Signing() {
  return (
    <div className="signing" style={{ height: `${signingMm}mm` }}>
      <p>以上各户面积、账户后四位已经本人核对，签字（手印）为本人所留；代签的已在备注注明关系和原因。</p>
      {signers.map((who) => (
        <p key={who}>
          <span className="who">{who}（签字）</span>
          <span className="blank" style={{ width: '52mm' }} />
          　　　　　年　　　月　　　日
        </p>
      ))}
      <p className="seal">（村民委员会盖章）</p>
    </div>
  )
}

export const registerStyle = `
.signing { padding-top: 4mm; overflow: hidden }
.signing p { margin: 0; line-height: 9mm; white-space: nowrap }
.signing p:first-child { line-height: 6mm; white-space: normal }
.signing .who { display: inline-block; width: 66mm }
.signing p.seal { text-align: right; padding-right: 12mm }
`
