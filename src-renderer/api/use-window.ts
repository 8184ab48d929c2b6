import { keepPreviousData, useQueries, type UseQueryOptions } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, type ProblemData } from './problem-of.ts'

interface Page<Row> {
  readonly rows: Row[]
  readonly total: number
}

export interface Window<Row> {
  readonly total: number
  readonly isPending: boolean
  readonly problem: ProblemData | undefined
  rowAt(index: number): Row | undefined
  /** Rows now on the screen: what of them is not there yet is asked for. */
  show(first: number, last: number): void
}

const rowsAPage = 200
/** Dragging the scroll bar passes hundreds of pages that nobody looks at. */
const restMilliseconds = 60

/** The pages of a long list that are looked at, by their place in it; `optionsOf` asks for one page. */
export function useWindow<Row>(
  optionsOf: (page: { readonly from: number; readonly limit: number }) => object,
): Window<Row> {
  const [pages, setPages] = useState<readonly number[]>([0])
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const asked = [...new Set([0, ...pages])]
  const answers = useQueries({
    queries: asked.map((page) => ({
      ...(optionsOf({ from: page * rowsAPage, limit: rowsAPage }) as UseQueryOptions<Page<Row>>),
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    })),
  })
  const found = new Map(
    asked.map((page, at) => [page, answers[at]?.isPlaceholderData === true ? undefined : answers[at]?.data]),
  )
  const show = useCallback((first: number, last: number) => {
    const wanted = [...new Set([Math.floor(first / rowsAPage), Math.floor(last / rowsAPage)])]
    clearTimeout(waiting.current)
    waiting.current = setTimeout(
      () => setPages((now) => (now.join() === wanted.join() ? now : wanted)),
      restMilliseconds,
    )
  }, [])
  const failed = answers.find((answer) => answer.isError)
  return {
    total: answers[0]?.data?.total ?? 0,
    isPending: answers[0]?.isPending ?? true,
    problem: failed?.error ? problemOf(failed.error) : undefined,
    rowAt: (index) => found.get(Math.floor(index / rowsAPage))?.rows[index % rowsAPage],
    show,
  }
}
