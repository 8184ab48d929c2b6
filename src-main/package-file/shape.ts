/** What a value must be like: a quick yes or no, and for a no the paths that are not as they must be. */
export interface Rule {
  readonly fits: (value: unknown) => boolean
  readonly broken: (value: unknown, path: string) => readonly string[]
}

const datesOfMonths = [
  '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])',
  '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)',
  '02-(?:0[1-9]|1\\d|2[0-8])',
].join('|')

export function when(fits: (value: unknown) => boolean): Rule {
  return { fits, broken: (value, path) => (fits(value) ? [] : [path]) }
}

/** Well-formed, so that its JSON has one spelling. */
export const text = when(
  (value) => typeof value === 'string' && value.length <= 500 && /\S/.test(value) && value.isWellFormed(),
)
/** What may be empty or long: a remark, an answer, a set of questions. */
export function textUpTo(longest: number): Rule {
  return when((value) => typeof value === 'string' && value.length <= longest && value.isWellFormed())
}
export const flag = when((value) => typeof value === 'boolean')
/** Fen, 0.01 亩 or a count. */
export const count = when(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0),
)
export const year = when((value) => Number.isInteger(value) && Number(value) >= 2000 && Number(value) <= 2100)
export const sha256 = matching(/^[0-9a-f]{64}$/)
export const uuid = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const uuidV7 = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const divisionCode = matching(/^\d{12}$/)
export const day = realDay('')
/** RFC 3339 with its offset. */
export const instant = realDay(
  String.raw`T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)`,
)

export function matching(pattern: RegExp): Rule {
  return when((value) => typeof value === 'string' && pattern.test(value))
}

export function oneOf(...allowed: readonly unknown[]): Rule {
  return when((value) => allowed.includes(value))
}

export function nullable(rule: Rule): Rule {
  return {
    fits: (value) => value === null || rule.fits(value),
    broken: (value, path) => (value === null ? [] : rule.broken(value, path)),
  }
}

/** A field that may be left out; where it stands it must be right. */
export function optional(rule: Rule): Rule {
  return {
    fits: (value) => value === undefined || rule.fits(value),
    broken: (value, path) => (value === undefined ? [] : rule.broken(value, path)),
  }
}

export function listOf(rule: Rule): Rule {
  return {
    fits: (value) => Array.isArray(value) && value.every(rule.fits),
    broken: (value, path) =>
      Array.isArray(value) ? value.flatMap((item, index) => rule.broken(item, `${path}[${index}]`)) : [path],
  }
}

/** Exactly these fields; one that is not named here is refused, so nobody sends what nobody checks. */
export function fields<T extends object>(rules: { readonly [K in keyof Required<T>]: Rule }): Rule {
  const known = Object.entries<Rule>(rules)
  const ruleOf = new Map(known)
  return {
    fits: (value) => {
      if (!isObject(value)) return false
      let met = 0
      for (const name in value) {
        const expected = known[met++]
        const rule = expected?.[0] === name ? expected[1] : ruleOf.get(name)
        if (rule === undefined || !rule.fits(value[name])) return false
      }
      return met === known.length || known.every(([name, rule]) => rule.fits(own(value, name)))
    },
    broken: (value, path) => {
      if (!isObject(value)) return [path]
      const unknownOnes = Object.keys(value).filter((name) => !ruleOf.has(name))
      const wrong = known.flatMap(([name, rule]) => rule.broken(own(value, name), at(path, name)))
      return [...wrong, ...unknownOnes.map((name) => at(path, name))]
    },
  }
}

/** One of several shapes, told apart by its field `type`. */
export function byType(shapes: { readonly [type: string]: Rule }): Rule {
  const shapeOf = (value: unknown): Rule | undefined => {
    const type = isObject(value) ? own(value, 'type') : undefined
    return typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined
  }
  return {
    fits: (value) => shapeOf(value)?.fits(value) ?? false,
    broken: (value, path) => shapeOf(value)?.broken(value, path) ?? [at(path, 'type')],
  }
}

/** As JSON makes them: what a prototype says is no field. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** A day the calendar has, and what follows it. */
function realDay(after: string): Rule {
  const common = new RegExp(String.raw`^\d{4}-(?:${datesOfMonths})${after}$`)
  const leapDay = new RegExp(String.raw`^\d{4}-02-29${after}$`)
  return when(
    (value) =>
      typeof value === 'string' &&
      (common.test(value) || (leapDay.test(value) && isLeap(Number(value.slice(0, 4))))),
  )
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
