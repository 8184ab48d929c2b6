import { Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { later, type Later } from '../../src-renderer/app/later.tsx'

const Page = ({ name }: { readonly name: string }) => <p>{`${name}的页面`}</p>

function drawn(Part: Later<{ name: string }>): string {
  return renderToString(
    <Suspense fallback="正在打开…">
      <Part name="张经办" />
    </Suspense>,
  )
}

it('shows a part that was fetched ahead at once, and the waiting line before it is there', async () => {
  const Part = later(() => Promise.resolve(Page))
  expect(drawn(Part)).toContain('正在打开…')

  await Part.fetchAhead()

  expect(drawn(Part)).toContain('张经办的页面')
})

it('asks again for what could not be fetched ahead', async () => {
  let asked = 0
  const Part = later(() =>
    asked++ === 0 ? Promise.reject(new Error('host is away')) : Promise.resolve(Page),
  )

  await Part.fetchAhead()
  await Part.fetchAhead()

  expect(asked).toBe(2)
  expect(drawn(Part)).toContain('张经办的页面')
})
