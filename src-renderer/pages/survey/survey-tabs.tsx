import type { ReactNode } from 'react'
import type { Role } from '../../../src-main/domain/role.ts'
import { PaperTab } from '../paper/paper-tab.tsx'
import { LaptopTab } from './laptops/laptop-tab.tsx'
import { VillageBookTab } from '../village-book/village-book-tab.tsx'
import { QuestionTab } from './questions/question-tab.tsx'
import { RoundTab } from './round-tab.tsx'
import { TaskTab } from './task-tab.tsx'

export interface SurveyTab {
  /** Also the address: `/survey/<key>`. */
  readonly key: string
  readonly label: string
  readonly roles: readonly Role[]
  /** Also on a field laptop 外业笔记本. */
  readonly isAfield?: true
  readonly children: ReactNode
}

const caseRoles: readonly Role[] = ['clerk', 'reviewer', 'approver', 'auditor']

/** 摸底调查's parts, in the order of the work; one line each. */
export const surveyTabs: readonly SurveyTab[] = [
  { key: 'round', label: '轮次与进度', roles: caseRoles, children: <RoundTab /> },
  { key: 'task', label: '走访录入', roles: caseRoles, isAfield: true, children: <TaskTab /> },
  { key: 'workbook', label: '村级工作簿', roles: caseRoles, children: <VillageBookTab /> },
  { key: 'paper', label: '纸件与扫描', roles: caseRoles, children: <PaperTab /> },
  { key: 'laptops', label: '外业笔记本', roles: caseRoles, isAfield: true, children: <LaptopTab /> },
  { key: 'question', label: '问卷', roles: caseRoles, children: <QuestionTab /> },
]
