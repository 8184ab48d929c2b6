import { cancelPackage } from '../../usecases/release-package.ts'
import {
  addRecipient,
  packageFile,
  paperSheetFile,
  showPackage,
  showPackages,
  showReady,
  showRecipients,
} from '../../usecases/show-packages.ts'
import type { HandlersOf } from '../handler-types.ts'

export const packageHandlers: HandlersOf<'package'> = {
  list: (ctx) => showPackages(ctx),
  get: (ctx, input) => showPackage(ctx, input),
  ready: (ctx, input) => showReady(ctx, input),
  recipients: (ctx) => showRecipients(ctx),
  addRecipient: (ctx, input) => addRecipient(ctx, input),
  cancel: (ctx, input) => cancelPackage(ctx, input),
  file: (ctx, input) => packageFile(ctx, input),
  paperSheet: (ctx, input) => paperSheetFile(ctx, input),
}
