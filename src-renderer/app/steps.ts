import type { MachineKind } from '../../src-main/domain/machine.ts'
import type { Role } from '../../src-main/domain/role.ts'

export interface Step {
  readonly path: string
  readonly label: string
  readonly roles: readonly Role[]
  /** Also on a field laptop 外业笔记本. */
  readonly isAfield?: true
}

const caseRoles: readonly Role[] = ['clerk', 'reviewer', 'approver', 'auditor']

/** The steps in the order of the work, and who has business there; the host decides each call again. */
export const steps: readonly Step[] = [
  { path: '/', label: '工作台', roles: [...caseRoles, 'administrator'] },
  { path: '/programme', label: '政策清单', roles: caseRoles },
  { path: '/list', label: '数据导入', roles: ['clerk', 'auditor'] },
  { path: '/register', label: '人口与账户', roles: caseRoles, isAfield: true },
  { path: '/survey', label: '摸底调查', roles: caseRoles, isAfield: true },
  { path: '/review', label: '资格初审', roles: caseRoles },
  { path: '/publicity', label: '公示', roles: [...caseRoles, 'complaints-officer'] },
  { path: '/package', label: '报送', roles: caseRoles },
  { path: '/extract', label: '日常取数', roles: caseRoles },
  {
    path: '/system',
    label: '系统',
    roles: ['administrator', 'clerk', 'reviewer', 'approver', 'auditor'],
    isAfield: true,
  },
]

export function stepsOf(roles: readonly Role[], machine: MachineKind): readonly Step[] {
  return steps.filter(
    (step) =>
      step.roles.some((role) => roles.includes(role)) && (machine === 'office' || step.isAfield === true),
  )
}
