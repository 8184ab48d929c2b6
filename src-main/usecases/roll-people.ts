import { Problem } from '../domain/problem.ts'
import { listAccountKeys, listPersonKeys } from '../store/register-keys.ts'
import { insertAccounts, insertPeople, type NewAccount, type NewPerson } from '../store/register-writing.ts'
import { indexPeople } from '../store/search-index.ts'
import { listRollKeys } from '../store/roll-queries.ts'
import type { CommandContext } from './context.ts'
import { rollKey } from './judge-list.ts'
import { type AcceptedLine, isAccepted } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'

interface OnRoll {
  readonly name: string
  readonly idNumber: string
  readonly idUpgraded: boolean
  readonly sex: NewPerson['sex']
  readonly birthDate: string
  readonly phone: string
}

interface AccountOnRoll {
  readonly holderName: string
  readonly accountNo: string
  readonly kind: NewAccount['kind']
  readonly bankName: string
}

/** Two previews of one roll were both clean when they were made: the second must not pay everybody twice. */
export async function refuseListedSince(ctx: CommandContext, writing: ListWriting): Promise<void> {
  const { year, month } = writing
  const onRoll = await listRollKeys(ctx.writer, { year: year ?? 0, month })
  const isListed = ({ judged: { value, villageCode } }: AcceptedLine) =>
    onRoll.has(rollKey(value, villageCode) ?? '')
  if (writing.lines.filter(isAccepted).some(isListed)) throw new Problem('stage.expired')
}

type Source = ReturnType<ListWriting['source']>

/**
 * The people and accounts a roll names. Somebody the register does not know is made without a household; 户主待补 shows
 * in the register until a clerk links them.
 */
export class RollPeople {
  readonly #ctx: CommandContext
  readonly #writing: ListWriting
  readonly #people: Map<string, string>
  readonly #accounts: Map<string, string>
  readonly #newPeople: NewPerson[] = []
  readonly #newAccounts: NewAccount[] = []

  private constructor(
    ctx: CommandContext,
    writing: ListWriting,
    people: Map<string, string>,
    accounts: Map<string, string>,
  ) {
    this.#ctx = ctx
    this.#writing = writing
    this.#people = people
    this.#accounts = accounts
  }

  static async of(ctx: CommandContext, writing: ListWriting): Promise<RollPeople> {
    const people = new Map<string, string>()
    for (const [idNumber, { id }] of await listPersonKeys(ctx.writer)) people.set(idNumber, id)
    return new RollPeople(ctx, writing, people, new Map(await listAccountKeys(ctx.writer)))
  }

  personId(row: OnRoll, source: Source): string {
    const known = this.#people.get(row.idNumber)
    if (known !== undefined) return known
    const { name, idNumber, idUpgraded, sex, birthDate, phone } = row
    const person: NewPerson = {
      ...{ id: this.#ctx.newId(), householdId: null, name, idNumber, idUpgraded: idUpgraded ? 1 : 0 },
      ...{ sex, birthDate, relation: '', ethnicity: '', hukouKind: '', phone, remark: '' },
      ...{ enteredBy: this.#ctx.actor.userId, ...source, createdAt: this.#writing.at },
    }
    this.#people.set(idNumber, person.id)
    this.#newPeople.push(person)
    return person.id
  }

  accountId(personId: string, account: AccountOnRoll, source: Source): string {
    const key = `${personId}|${account.accountNo}`
    const known = this.#accounts.get(key)
    if (known !== undefined) return known
    const id = this.#ctx.newId()
    this.#accounts.set(key, id)
    this.#newAccounts.push({
      ...{ id, personId, ...account, enteredBy: this.#ctx.actor.userId },
      ...{ ...source, createdAt: this.#writing.at },
    })
    return id
  }

  async write(): Promise<void> {
    const { writer } = this.#ctx
    for (const part of this.#writing.slices(this.#newPeople)) await part((rows) => insertPeople(writer, rows))
    for (const part of this.#writing.slices(this.#newAccounts))
      await part((rows) => insertAccounts(writer, rows))
  }

  /** After the lines are there: where somebody without a household lives is what the roll says. */
  async index(): Promise<void> {
    const changed = new Set(this.#newAccounts.map(({ personId }) => personId))
    for (const { id } of this.#newPeople) changed.add(id)
    for (const part of this.#writing.slices([...changed]))
      await part((ids) => indexPeople(this.#ctx.writer, ids))
  }
}
