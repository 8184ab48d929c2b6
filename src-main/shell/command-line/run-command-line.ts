import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { defaultDataFolder } from '../data-folder.ts'
import { loadCoreThread } from '../browser/load-core-thread.ts'
import { runBrowserHost } from '../browser/run-browser-host.ts'
import { backUp, callProcedure, runJob, setUp } from './call-core.ts'
import { explainRefusal, UsageError } from './explain-refusal.ts'
import { restore } from './restore.ts'
import { runDemo } from './run-demo.ts'
import { runSteps } from './run-steps.ts'
import { verifyFile } from './verify-file.ts'

const done = 0
const refused = 1
const misused = 2

/** 命令行 — the same calls as a page, for scripts of county IT and for auditors. Holds no rule; gives back the exit code. */
export async function runCommandLine(args: readonly string[], root: URL): Promise<number> {
  let exitCode = done
  const run = (work: () => Promise<unknown>) => async () => {
    const answer = await work()
    if (typeof answer === 'number') exitCode = answer
    else if (answer !== undefined) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  }
  try {
    await program(root, run).parseAsync(args, { from: 'user' })
    return exitCode
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? done : misused
    process.stderr.write(`${explainRefusal(thrown)}\n`)
    return thrown instanceof UsageError ? misused : refused
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

type Run = (work: () => Promise<unknown>) => () => Promise<void>

function program(root: URL, run: Run): Command {
  const onecard = new Command('onecard').description('一卡通乡镇工作站').exitOverride()
  addCalls(onecard, root, run)
  addOffice(onecard, root, run)
  return onecard
}

function addCalls(onecard: Command, root: URL, run: Run): void {
  const calling = (name: string, description: string) =>
    onecard
      .command(name)
      .description(description)
      .exitOverride()
      .option('--data <folder>', '数据目录', defaultDataFolder())
      .requiredOption('--as <name>', '登录名；密码取自环境变量 ONECARD_PASSWORD、标准输入或提示')
  const files = (command: Command) =>
    command
      .option('--file <field=path...>', '把这个文件交给输入的这一项')
      .option('--save <folder>', '把回答里的文件存到这里', '.')
  const call = files(calling('call <procedure> [json]', '调用一个过程'))
  call.action((procedure: string, json: string | undefined, options: CallOptions) =>
    run(() => callProcedure({ ...options, root, procedure, json }))(),
  )
  const job = files(calling('job <kind> [json]', '运行一项作业直到结束'))
  job.action((kind: string, json: string | undefined, options: CallOptions) =>
    run(() => runJob({ ...options, root, kind, json }))(),
  )
  calling('run <steps>', '在一次登录里依次办几步；<steps> 是 JSON 文件，- 为标准输入（密码要放在环境变量里）')
    .option('--save <folder>', '把回答里的文件存到这里', '.')
    .action((steps: string, options: CallOptions) => run(() => runSteps({ ...options, root, steps, say }))())
  calling('backup', '备份并核对').action((options: CallOptions) => run(() => backUp({ ...options, root }))())
  calling('restore <name>', '从备份恢复').action((name: string, options: CallOptions) =>
    run(() => restore({ ...options, name }))(),
  )
}

export interface CallOptions {
  readonly data: string
  readonly as: string
  readonly file?: readonly string[]
  readonly save?: string
}

function addOffice(onecard: Command, root: URL, run: Run): void {
  const command = (name: string, description: string) =>
    onecard.command(name).description(description).exitOverride()
  command('init', '建立数据目录')
    .option('--data <folder>', '数据目录', defaultDataFolder())
    .option('--input <file>', '乡镇、管理员和人员（JSON）；- 为标准输入', '-')
    .option('--save <folder>', '把恢复纸存到这里', '.')
    .action((options: { data: string; input: string; save: string }) =>
      run(() => setUp({ ...options, root }))(),
    )
  command('verify <package>', '验证一个报送包，不需要数据目录')
    .option('--identity <file>', '收件人的 age 私钥文件')
    .option('--keys <file>', '签名钥名录（JSON）；不给就只列指纹')
    .action((path: string, options: { identity?: string; keys?: string }) =>
      run(async () => {
        const verification = await verifyFile(path, options)
        process.stdout.write(`${JSON.stringify(verification, null, 2)}\n`)
        return verification.ok ? done : refused
      })(),
    )
  command('serve', '在本机浏览器中使用')
    .option('--data <folder>', '数据目录', defaultDataFolder())
    .option('--port <number>', '端口，0 为任选', '0')
    .option('--no-open', '只显示地址')
    .action((options: { data: string; port: string; open: boolean }) =>
      run(() =>
        runBrowserHost({
          folder: options.data,
          port: Number(options.port),
          open: options.open,
          root,
          core: loadCoreThread(root),
          say,
        }),
      )(),
    )
  command('demo', '用演示清单把主要工作从头走到尾，结果写到一个文件夹')
    .requiredOption('--out <folder>', '结果文件夹')
    .option('--input <folder>', '换一组同类清单')
    .action((options: { out: string; input?: string }) =>
      run(() => runDemo({ root, out: options.out, input: options.input }))(),
    )
  command('where', '显示程序和默认数据目录的位置').action(() =>
    run(() => Promise.resolve({ program: fileURLToPath(root), data: defaultDataFolder() }))(),
  )
}
