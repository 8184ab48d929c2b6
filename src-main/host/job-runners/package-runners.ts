import { buildPackage } from '../../usecases/build-package.ts'
import { releasePackage } from '../../usecases/release-package.ts'
import { verify } from '../../usecases/verify-package.ts'
import type { RunnersOf } from '../handler-types.ts'

export const packageRunners: RunnersOf<'package'> = {
  'package.build': buildPackage,
  'package.release': releasePackage,
  'package.verify': verify,
}
