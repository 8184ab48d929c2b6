import { execFileSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { toStorageProblem } from '../../src-main/store/storage-problem.ts'
import { aDataFolder, aFolder, at } from '../builders/a-data-folder.ts'

const mountable = mayMount()

test.skipIf(!mountable)('says so on a really full disk, and goes on once there is room', async () => {
  const folder = aFolder()
  mount(folder, '6m')
  const { open } = await aDataFolder(folder)
  const { store, userId } = await open()
  const file = { extension: 'pdf', kind: 'notice', by: userId, at }

  const [big, row] = [Buffer.alloc(8_000_000, 7), 'x'.repeat(8_000_000)]
  const adding = store.inTransaction((writer) => store.vault.add(big, file, writer))
  const saving = store.inTransaction((writer) =>
    writer.insertInto('meta').values({ key: 'big', value: row }).execute(),
  )

  for (const work of [adding, saving]) {
    expect(toStorageProblem(await work.catch((error: unknown) => error))).toMatchObject({
      code: 'storage.full',
    })
  }
  expect(
    await store.inTransaction((writer) => store.vault.add(Buffer.from('small'), file, writer)),
  ).toHaveLength(64)
  await store.close()
  const again = await open()
  expect(again.sweep).toEqual({ removed: 0, missing: [] })
})

function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['--version'], { stdio: 'ignore' })
    execFileSync('sh', ['-c', 'd=$(mktemp -d); mount -t tmpfs -o size=1m tmpfs $d && umount $d'], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

function mount(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
}
