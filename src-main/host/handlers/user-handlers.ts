import { handOver, handoverFile, refuseWithoutHandover, showUsers } from '../../usecases/hand-over.ts'
import {
  changeGrants,
  listExceptionViews,
  refuseSeveralDuties,
  registerException,
} from '../../usecases/users.ts'
import type { ExchangeCall, HostSide } from '../call-contexts.ts'
import type { HandlersOf } from '../handler-types.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { formBlocks } from '../scope.ts'

const ok = { ok: true } as const

export const userHandlers: HandlersOf<'user'> = {
  list: (ctx) => showUsers(ctx),
  create: async (ctx, person) => {
    refuseSeveralDuties([person])
    const userId = ctx.newId()
    await ctx.host.door.keys.addPerson({ ...person, userId }, traceOf(ctx))
    return { userId }
  },
  setGrants: async (ctx, change) => {
    await changeGrants(ctx, change, formBlocks)
    return ok
  },
  handover: (ctx, leaving) => handOver(ctx, leaving, (html) => printOrHtml(ctx.parts.pdf, html)),
  handoverFile: (ctx, input) => handoverFile(ctx, input),
  deactivate: async (ctx, { userId, version, reason }) => {
    await refuseWithoutHandover(ctx.reader, userId)
    await ctx.host.door.keys.deactivate(userId, version, { ...traceOf(ctx), reason })
    return ok
  },
  resetPassword: async (ctx, { userId, newPassword, reason }) => {
    await ctx.host.door.keys.resetPassword(userId, newPassword, { ...traceOf(ctx), reason })
    return ok
  },
  makeSigningKey: async (ctx, { password, pin }) => {
    const { fingerprint } = await ctx.host.door.keys.makePersonalKey(
      ctx.actor.userId,
      password,
      pin,
      traceOf(ctx),
    )
    return { fingerprint }
  },
  registerException: async (ctx, exception) => ({ exceptionId: await registerException(ctx, exception) }),
  exceptions: (ctx) => listExceptionViews(ctx),
}

function traceOf({ actor, now }: ExchangeCall & HostSide) {
  return { by: actor.userId, at: now().toISOString() }
}
