import { openBrowser } from './browser.ts'
import * as electron from './electron.ts'

interface Question {
  readonly id: number
  readonly code: string
  readonly argument: unknown
}

/** Lets a test run a function in the main process, as playwright's `_electron` does with real Electron. */
export function answerTests(): void {
  process.on('message', (question: Question) => void answer(question))
  process.on('disconnect', () => electron.app.exit(1))
  void openBrowser().then(({ port }) => process.send?.({ debuggingPort: port }))
}

async function answer({ id, code, argument }: Question): Promise<void> {
  try {
    const asked = (0, eval)(`(${code})`) as (module: typeof electron, argument: unknown) => unknown
    process.send?.({ id, value: await asked(electron, argument) })
  } catch (error) {
    process.send?.({ id, error: String(error) })
  }
}
