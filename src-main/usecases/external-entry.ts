import type { NewExternalEntry } from '../store/external-entries.ts'
import type { ListValue } from './list-value.ts'

type Kept = Omit<NewExternalEntry, 'batchId' | 'line'>

/** What is stored of a line of a list outside the register; undefined for lists that are stored elsewhere. */
export function externalEntryOf(value: ListValue): Kept | undefined {
  const { idNumber, name } = value.row
  const base = { idNumber, name, onDay: null, untilDay: null, category: '', level: '', amountFen: null }
  switch (value.kind) {
    case 'deceased': {
      const { deathDate, cancelDate, address } = value.row
      return { ...base, kind: 'deceased', onDay: deathDate, facts: JSON.stringify({ cancelDate, address }) }
    }
    case 'payroll': {
      const { employer, category } = value.row
      return { ...base, kind: 'payroll', facts: JSON.stringify({ employer, category }) }
    }
    case 'disability-certificates': {
      const { kind, level, expiresOn, issuedOn, certificateNo, address } = value.row
      return {
        ...base,
        kind: 'disability',
        ...{ onDay: issuedOn, untilDay: expiresOn, category: kind, level },
        facts: JSON.stringify({ certificateNo, address }),
      }
    }
    case 'social-relief': {
      const { reliefKind, reliefClass, amountFen, since, until, ...row } = value.row
      const {
        name: _name,
        idNumber: _id,
        idUpgraded: _upgraded,
        village: _village,
        group: _group,
        ...facts
      } = row
      return {
        ...base,
        kind: 'relief',
        ...{ onDay: since, untilDay: until, category: reliefKind, level: reliefClass, amountFen },
        facts: JSON.stringify(facts),
      }
    }
    case 'convicted': {
      const { measure, from, to, place } = value.row
      return {
        ...base,
        kind: 'conviction',
        ...{ onDay: from, untilDay: to, category: measure },
        facts: JSON.stringify({ place }),
      }
    }
    default:
      return undefined
  }
}
