import { Problem } from '../domain/problem.ts'
import { inScopeOf, type Scope } from '../domain/role.ts'
import { getExportPackage, type StoredExportPackage } from '../store/export-package-queries.ts'
import type { QueryContext } from './context.ts'

type Packed = Pick<StoredExportPackage, 'programmeCode' | 'header'>

/** A package leaves whole: it is within a scope only with every village it holds. */
export function isPackageInScope(scope: Scope, { programmeCode, header }: Packed): boolean {
  const { batch } = JSON.parse(header) as { readonly batch?: { readonly villages: readonly string[] } | null }
  return (
    inScopeOf(scope, { programmeCode }) &&
    (batch?.villages ?? []).every((villageCode) => inScopeOf(scope, { villageCode }))
  )
}

export async function getPackageInScope(ctx: QueryContext, packageId: string): Promise<StoredExportPackage> {
  const stored = await getExportPackage(ctx.reader, packageId)
  if (!isPackageInScope(ctx.scope, stored)) throw new Problem('record.not-found', { what: '报送包' })
  return stored
}
