import { app, dialog } from 'electron'
import type { CoreProcess } from './core-process.ts'

/** The core makes its closing backup before the program goes. Answers whether that has begun. */
export function closeCoreBeforeQuitting(core: CoreProcess): () => boolean {
  let quitting = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (quitting) return
    quitting = true
    void Promise.race([core.ask('close', null), core.ended]).finally(() => app.exit(0))
  })
  return () => quitting
}

export function offerRestartAfterCrash(core: CoreProcess, isQuitting: () => boolean): void {
  const crashed = async () => {
    if (isQuitting()) return
    if (await wantsRestart()) app.relaunch()
    app.exit(1)
  }
  core.started.catch(crashed)
  void core.ended.then(crashed)
}

async function wantsRestart(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: '一卡通乡镇工作站',
    message: '核心程序意外停止',
    detail:
      '已经保存的数据没有丢失，正在办理的一步可能没有完成。请重新启动后核对；反复出现时请把日志交给维护人员。',
    buttons: ['重新启动', '退出'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
