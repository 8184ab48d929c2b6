import { changeSettings, getSettings } from '../../usecases/settings.ts'
import type { HandlersOf } from '../handler-types.ts'

export const settingHandlers: HandlersOf<'setting'> = {
  get: (ctx) => getSettings(ctx),
  save: async (ctx, { values }) => {
    await changeSettings(ctx, values)
    return { ok: true }
  },
}
