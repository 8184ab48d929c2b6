import type { Finding } from '../domain/finding.ts'

export type Facts = Finding['facts']
export type Read = (facts: Facts) => string

export function text(facts: Facts, key: string): string {
  return String(facts[key] ?? '')
}

export function number(facts: Facts, key: string): number {
  return Number(facts[key] ?? 0)
}

export function list(facts: Facts, key: string): readonly string[] {
  const value = facts[key]
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** 同号错人 — the list has another name to this number. */
export function nameNote(facts: Facts): string {
  return facts['nameDiffers'] === 'yes' ? `，名单上的姓名是${text(facts, 'listName')}，须核实是否同一人` : ''
}
