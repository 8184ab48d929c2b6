import type { AllowanceRow } from '../domain/allowance-row.ts'
import { insertRosterLines, type NewRosterLine } from '../store/list-writing.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import type { CommandContext } from './context.ts'
import { isAccepted } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'
import { refuseListedSince, RollPeople } from './roll-people.ts'

/** 发放名册 of any programme → roster lines; 收款人 and 户主 stay with the line as the list names them. */
export async function writeAllowanceRoll(ctx: CommandContext, writing: ListWriting): Promise<void> {
  await refuseListedSince(ctx, writing)
  const people = await RollPeople.of(ctx, writing)
  const byLand = new Set(
    (await listProgrammes(ctx.reader)).filter(({ unit }) => unit.includes('亩')).map(({ code }) => code),
  )
  const rosterLines = writing.lines.filter(isAccepted).flatMap((line): NewRosterLine[] => {
    const { value, villageCode } = line.judged
    if (value.kind !== 'allowance-roll') return []
    const { row } = value
    const source = writing.source(line)
    const personId = people.personId(row, source)
    const isByLand = byLand.has(row.programmeCode)
    return [
      {
        ...{ id: ctx.newId(), ...source, programmeCode: row.programmeCode },
        ...{
          year: writing.year ?? 0,
          month: writing.month,
          villageCode: villageCode === '' ? null : villageCode,
        },
        ...{ groupName: row.group, personId, name: row.name },
        areaCentiMu: isByLand ? (row.quantityCenti ?? 0) : 0,
        quantityCenti: isByLand ? null : row.quantityCenti,
        ...{ rateYuan: row.rateYuan, amountFen: row.amountFen, printedAmountFen: row.printedAmountFen },
        accountId: accountOf(people, personId, row, source),
        ...{ phone: row.phone, remark: row.remark, facts: JSON.stringify(factsOf(row)) },
      },
    ]
  })
  await people.write()
  for (const part of writing.slices(rosterLines)) await part((rows) => insertRosterLines(ctx.writer, rows))
  await people.index()
}

function accountOf(
  people: RollPeople,
  personId: string,
  row: AllowanceRow,
  source: ReturnType<ListWriting['source']>,
): string | null {
  if (row.account === null) return null
  const { accountNo, kind } = row.account
  const holderName = row.payeeName === '' ? row.name : row.payeeName
  return people.accountId(personId, { holderName, accountNo, kind, bankName: row.bankName }, source)
}

function factsOf(row: AllowanceRow): Readonly<Record<string, string>> {
  const { category, payeeName, payeeId, headName, headId, certificateNo, paidState, failure } = row
  const facts = { category, payeeName, payeeId, headName, headId, certificateNo, paidState, failure }
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''))
}
