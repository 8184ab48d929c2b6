import type { Reader } from './reader.ts'

/**
 * 承接 — whose land goes on under whose ID number: from everybody who has died, left or handed over to whoever
 * took over last, through as many hands as it went.
 */
export async function readHeirs(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('householdEventPerson as f')
    .innerJoin('householdEventPerson as s', 's.eventId', 'f.eventId')
    .innerJoin('householdEvent as v', 'v.id', 'f.eventId')
    .innerJoin('person as p', 'p.id', 'f.personId')
    .innerJoin('person as h', 'h.id', 's.personId')
    .select(['p.idNumber as from', 'h.idNumber as to'])
    .where('s.part', 'in', ['successor', 'successor-householder'])
    .where((e) =>
      e.or([
        e('f.part', '=', 'from'),
        // A death that was taken back hands nothing on.
        e.and([e('f.part', '=', 'dead'), e('p.status', '=', 'dead')]),
      ]),
    )
    .orderBy('v.recordedAt')
    .execute()
  const next = new Map(rows.map(({ from, to }) => [from, to]))
  return new Map([...next.keys()].map((from) => [from, lastHand(from, next)]))
}

function lastHand(from: string, next: ReadonlyMap<string, string>): string {
  const seen = new Set([from])
  let at = from
  for (let to = next.get(at); to !== undefined && !seen.has(to); to = next.get(at)) {
    seen.add(to)
    at = to
  }
  return at
}
