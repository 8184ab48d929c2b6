import type { Role } from '../domain/role.ts'

/** `anyone` needs no session, `signed-in` any role; otherwise one of these roles. */
export interface Permission {
  readonly who: 'anyone' | 'signed-in' | readonly Role[]
}

export const anyone: Permission = { who: 'anyone' }
export const signedIn: Permission = { who: 'signed-in' }
export const only = (...who: Role[]): Permission => ({ who })

export const clerk = only('clerk')
export const administrator = only('administrator')
/** Whoever works on cases, and who audits that work. The administrator sees no case. */
export const caseReaders = only('clerk', 'reviewer', 'approver', 'auditor')
/** What hangs on a wall is read by the complaints officer too, who takes down what is said of it. */
export const noticeReaders = only('clerk', 'reviewer', 'approver', 'complaints-officer', 'auditor')
/** Whoever works on cases; an auditor reads, and changes nothing. */
export const workers = only('clerk', 'reviewer', 'approver')
export const overseers = only('administrator', 'auditor')
