import type { BringItem } from '../../../src-main/domain/open-point.ts'
import type { Inputs, Outputs } from '../../api/calls.ts'

export type Visitor = Outputs['visitor']['show']
export type Point = Visitor['points'][number]
export type Asker = Inputs['visitor']['slip']['asker']

/** What a notice starts with: everything the person has something to do about, and what those points ask for. */
export function chosenAtFirst(points: readonly Point[]): readonly string[] {
  return points.filter(({ isForVisitor }) => isForVisitor).map(({ key }) => key)
}

/** The papers the chosen points ask for, each once. */
export function itemsOf(points: readonly Point[], chosen: readonly string[]): readonly BringItem[] {
  return [...new Set(points.filter(({ key }) => chosen.includes(key)).flatMap(({ bring }) => bring))]
}
