import './node-check.ts'

const { runCore } = await import('./shell/run-core.ts')
const { parentChannel } = await import('./shell/parent-channel.ts')
runCore(parentChannel())
