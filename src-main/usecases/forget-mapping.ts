import type { ListKind } from '../domain/list-kind.ts'
import { forgetMapping as forget } from '../store/import-mappings.ts'
import type { CommandContext } from './context.ts'
import { trace } from './trace.ts'

/** Files with this head are read from scratch again. */
export async function forgetMapping(
  ctx: CommandContext,
  { kind, shape }: { kind: ListKind; shape: string },
): Promise<{ forgotten: number }> {
  const forgotten = await forget(ctx.writer, { kind, shape })
  if (forgotten > 0) await trace(ctx, 'list.forget-mapping', shape, { kind })
  return { forgotten }
}
