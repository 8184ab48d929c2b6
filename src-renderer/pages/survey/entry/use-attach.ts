import { useState } from 'react'
import { client } from '../../../api/calls.ts'
import { pickFile } from '../../../api/files.ts'
import { problemOf, type ProblemData } from '../../../api/problem-of.ts'

/** F8 — a photo or signed scan of this visit, kept with the household. */
export function useAttach(taskId: string) {
  const [attached, setAttached] = useState(0)
  const [problem, setProblem] = useState<ProblemData>()
  const attach = async (): Promise<void> => {
    try {
      const file = await pickFile('scan')
      if (file === null) return
      await client.survey.attach({ taskId, fileToken: file.token })
      setAttached((count) => count + 1)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return { attached, problem, pick: () => void attach(), clear: () => setProblem(undefined) }
}
