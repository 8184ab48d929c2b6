import { Problem, problemKinds, type ProblemCode } from '../../domain/problem.ts'
import { sentenceOf } from '../../wording/problem-sentences.ts'

/** The command was written wrongly: nothing was called. */
export class UsageError extends Error {}

interface Refusal {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** The sentences a page would show, with the code to read to the help desk. */
export function explainRefusal(thrown: unknown): string {
  if (thrown instanceof UsageError) return thrown.message
  const refusal = refusalIn(thrown)
  if (refusal === undefined || !isKnown(refusal.code)) {
    return unreadable(thrown) ?? `程序出错：${thrown instanceof Error ? thrown.message : String(thrown)}`
  }
  const { what, now } = sentenceOf({ code: refusal.code, facts: refusal.facts } as Problem)
  return `${what}${now}（${refusal.code}${fieldsOf(refusal)}）`
}

export function refusalIn(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Problem) return { code: thrown.code, facts: { ...thrown.facts } }
  const data = (thrown as { data?: Partial<Refusal> } | null)?.data
  return typeof data?.code === 'string' ? { code: data.code, facts: data.facts ?? {} } : undefined
}

/** A file named in the arguments that is not there, or not for us to read. */
function unreadable(thrown: unknown): string | undefined {
  const { code, path } = thrown as { readonly code?: unknown; readonly path?: unknown }
  if (typeof path !== 'string') return undefined
  if (code === 'ENOENT') return `找不到文件：${path}。请核对路径。`
  if (code === 'EISDIR') return `这是文件夹，不是文件：${path}。`
  return code === 'EACCES' || code === 'EPERM' ? `没有权限读取：${path}。` : undefined
}

/** On a page the fields are marked; here they have to be named. */
function fieldsOf({ code, facts }: Refusal): string {
  if (code !== 'input.invalid' || !Array.isArray(facts['fields'])) return ''
  const fields = facts['fields'] as readonly { readonly path: string; readonly rule: string }[]
  return `：${fields.map(({ path, rule }) => `${path} ${rule}`).join('、')}`
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(problemKinds, code)
}
