import type { BulkPerson, BulkRule, PastedLine } from './bulk-change.ts'
import { parseGroupName } from './group-name.ts'
import { parseIdNumber } from './id-number.ts'
import { sameName } from './person-name.ts'
import { withoutSpaces } from './plain-text.ts'
import { villageNameMatches } from './village-name.ts'

export type FoundPerson =
  | { readonly ok: true; readonly person: BulkPerson }
  | { readonly ok: false; readonly rule: BulkRule | string }

/** What tells `…1234`, as our own tables print it, from a whole number. */
const tail = /^(?:…|\.{2,}|\*+)?(\d{3}[\dX])$/

/** 认人 — by the whole ID number, or else by name with what else the line says; never by a guess among several. */
export function findBulkPerson(
  { keys }: Pick<PastedLine, 'keys'>,
  people: readonly BulkPerson[],
): FoundPerson {
  const id = withoutSpaces(keys.idNumber ?? '').toUpperCase()
  const ending = tail.exec(id)?.[1]
  if (id !== '' && ending === undefined) return byWholeNumber(id, keys.name ?? '', people)
  const name = (keys.name ?? '').trim()
  if (name === '') return byHousehold(keys.householdNo ?? '', id !== '', people)
  return only(
    people.filter(
      (person) =>
        sameName(person.name, name) &&
        (ending === undefined || person.idNumber.endsWith(ending)) &&
        standsThere(person, keys),
    ),
  )
}

function byWholeNumber(id: string, name: string, people: readonly BulkPerson[]): FoundPerson {
  const parsed = parseIdNumber(id)
  if (!parsed.ok) return { ok: false, rule: parsed.rule }
  const person = people.find((one) => one.idNumber === parsed.idNumber)
  if (person === undefined) return { ok: false, rule: 'person-unknown' }
  return name.trim() === '' || sameName(person.name, name)
    ? registered(person)
    : { ok: false, rule: 'name-differs' }
}

/** A household's number alone stands for its head. */
function byHousehold(householdNo: string, hasTail: boolean, people: readonly BulkPerson[]): FoundPerson {
  if (hasTail) return { ok: false, rule: 'needs-name' }
  if (householdNo.trim() === '') return { ok: false, rule: 'nobody-named' }
  return only(people.filter((person) => person.isHead && isNumber(person.householdNo, householdNo)))
}

function standsThere(person: BulkPerson, { householdNo = '', village = '', group = '' }: PastedLine['keys']) {
  return (
    (householdNo.trim() === '' || isNumber(person.householdNo, householdNo)) &&
    (village.trim() === '' || villageNameMatches(village, person.villageName)) &&
    (group.trim() === '' || parseGroupName(group) === person.household.groupName)
  )
}

/** Whole, or as our tables print it: without its village's code, and cut from the left. */
function isNumber(householdNo: string, written: string): boolean {
  const plain = withoutSpaces(written).replace(/^(?:…|\.{2,})/, '')
  return householdNo === plain || (plain.length >= 3 && householdNo.endsWith(plain))
}

function only(found: readonly BulkPerson[]): FoundPerson {
  const [person] = found
  if (person === undefined) return { ok: false, rule: 'person-unknown' }
  return found.length > 1 ? { ok: false, rule: 'several-people' } : registered(person)
}

function registered(person: BulkPerson): FoundPerson {
  return person.status === 'registered' ? { ok: true, person } : { ok: false, rule: 'not-registered' }
}
