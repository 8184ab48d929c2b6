import { z } from 'zod'
import { id, instant } from './values.ts'

/** One value somebody gave. */
export const side = z.object({
  editId: id,
  text: z.string(),
  by: z.string(),
  machineName: z.string(),
  at: instant,
})

/** 录入沿革 — field by field every value anybody gave, and whether it counts now. */
export const editHistory = z.array(
  z.object({
    subjectLabel: z.string(),
    fieldLabel: z.string(),
    conflict: z.boolean(),
    entries: z.array(
      side.extend({ standing: z.enum(['current', 'rival', 'former']), receivedAt: instant.nullable() }),
    ),
  }),
)
