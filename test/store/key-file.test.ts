import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src-main/crypto/digest.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { readKeyFile, writeKeyFile } from '../../src-main/store/key-file.ts'
import { aDataFolder, clerk } from '../builders/a-data-folder.ts'

test('tells the names to choose from before anybody has signed in', async () => {
  const { folder } = await aDataFolder()

  const { people, township } = await readKeyFile(folder)

  expect(people.map((person) => person.displayName)).toEqual(['王管理', '李经办', '赵审批'])
  expect(township.name).toBe('甘亭镇')
})

test.each(['keys', 'keysCopy'] as const)('repairs a damaged copy from the other: %s', async (which) => {
  const { folder, open } = await aDataFolder()
  const damaged = pathsIn(folder)[which]
  const good = readFileSync(damaged, 'utf8')

  for (const damage of [good.slice(0, 200), good.replace('李经办', '李办经'), '']) {
    writeFileSync(damaged, damage)
    await (await open(clerk)).store.close()
    expect(readFileSync(damaged, 'utf8')).toBe(good)
  }
})

test('repairs a copy that is gone', async () => {
  const { folder } = await aDataFolder()
  const { keys } = pathsIn(folder)

  rmSync(keys)
  await readKeyFile(folder)

  expect(readFileSync(keys, 'utf8')).toContain('李经办')
})

test('takes the newer copy when a change was cut off between the two', async () => {
  const { folder } = await aDataFolder()
  const { keys, keysCopy } = pathsIn(folder)
  const old = readFileSync(keysCopy)
  const file = await readKeyFile(folder)
  await writeKeyFile(folder, { ...file, demonstration: true }, file.revision + 1)
  writeFileSync(keysCopy, old)

  expect((await readKeyFile(folder)).demonstration).toBe(true)
  expect(readFileSync(keysCopy)).toEqual(readFileSync(keys))
})

test('stops when both copies are damaged', async () => {
  const { folder, open } = await aDataFolder()
  const { keys, keysCopy } = pathsIn(folder)

  for (const file of [keys, keysCopy]) writeFileSync(file, 'x')

  await expect(open()).rejects.toMatchObject({ code: 'storage.key-slots-damaged' })
})

test('refuses a key file a newer program has written', async () => {
  const { folder, open } = await aDataFolder()
  const { keys, keysCopy } = pathsIn(folder)
  const [, json = ''] = readFileSync(keys, 'utf8').split('\n')
  const newer = json.replace('"version":1,"revision"', '"version":2,"revision"')

  for (const file of [keys, keysCopy]) writeFileSync(file, `${sha256Hex(Buffer.from(newer))}\n${newer}\n`)

  const facts = { fileVersion: 2, programVersion: 1 }
  await expect(open()).rejects.toMatchObject({ code: 'storage.newer-version', facts })
})
