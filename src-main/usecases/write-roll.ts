import { insertRosterLines, type NewRosterLine } from '../store/list-writing.ts'
import type { CommandContext } from './context.ts'
import { isAccepted } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'
import { refuseListedSince, RollPeople } from './roll-people.ts'

const programmeCode = 'NY01'

/** 发放清册 → roster lines, with the people and accounts they name. */
export async function writeRoll(ctx: CommandContext, writing: ListWriting): Promise<void> {
  await refuseListedSince(ctx, writing)
  const people = await RollPeople.of(ctx, writing)
  const rosterLines = writing.lines.filter(isAccepted).flatMap((line): NewRosterLine[] => {
    const { value, villageCode } = line.judged
    if (value.kind !== 'farmland-roll') return []
    const { row } = value
    const source = writing.source(line)
    const personId = people.personId(row, source)
    const { accountNo, accountKind, bankName } = row
    const account = { holderName: row.name, accountNo, kind: accountKind, bankName }
    return [
      {
        ...{ id: ctx.newId(), ...source, programmeCode, year: writing.year ?? 0, month: null, villageCode },
        ...{
          groupName: row.group,
          personId,
          name: row.name,
          areaCentiMu: row.areaCentiMu,
          quantityCenti: null,
        },
        ...{ rateYuan: row.rateYuan ?? '', amountFen: row.amountFen ?? row.printedAmountFen ?? 0 },
        ...{ printedAmountFen: row.printedAmountFen, accountId: people.accountId(personId, account, source) },
        ...{ phone: row.phone, remark: row.remark, facts: '{}' },
      },
    ]
  })
  await people.write()
  for (const part of writing.slices(rosterLines)) await part((rows) => insertRosterLines(ctx.writer, rows))
  await people.index()
}
