/** Says which paths of a value are not as they must be; none when it is right. */
export type Rule = (value: unknown, path: string) => readonly string[]

const right: readonly string[] = []

function when(fits: (value: unknown) => boolean): Rule {
  return (value, path) => (fits(value) ? right : [path])
}

export const text = when((value) => typeof value === 'string' && value.trim() !== '' && value.length <= 500)
export const flag = when((value) => typeof value === 'boolean')
/** Fen, 0.01 亩 or a count. */
export const count = when((value) => Number.isSafeInteger(value) && (value as number) >= 0)
export const sha256 = matching(/^[0-9a-f]{64}$/)
export const uuid = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const uuidV7 = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const divisionCode = matching(/^\d{12}$/)
export const day = when((value) => isRealDay(value))
export const instant = when((value) => isInstant(value))

export function matching(pattern: RegExp): Rule {
  return when((value) => typeof value === 'string' && pattern.test(value))
}

export function oneOf(...allowed: readonly unknown[]): Rule {
  return when((value) => allowed.includes(value))
}

export function nullable(rule: Rule): Rule {
  return (value, path) => (value === null ? right : rule(value, path))
}

/** A field that may be left out; where it stands it must be right. */
export function optional(rule: Rule): Rule {
  return (value, path) => (value === undefined ? right : rule(value, path))
}

export function listOf(rule: Rule): Rule {
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => rule(item, `${path}[${index}]`)) : [path]
}

/** Exactly these fields; one that is not named here is refused, so nobody sends what nobody checks. */
export function fields<T extends object>(rules: { readonly [K in keyof Required<T>]: Rule }): Rule {
  const known = new Map<string, Rule>(Object.entries<Rule>(rules))
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
    const given = value as Readonly<Record<string, unknown>>
    const unknownOnes = Object.keys(given).filter((key) => !known.has(key))
    const broken = [...known].flatMap(([key, rule]) =>
      rule(Object.hasOwn(given, key) ? given[key] : undefined, at(path, key)),
    )
    return [...broken, ...unknownOnes.map((key) => at(path, key))]
  }
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function isRealDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

/** RFC 3339 with its offset. */
function isInstant(value: unknown): boolean {
  const shape =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
  return typeof value === 'string' && shape.test(value) && isRealDay(value.slice(0, 10))
}
