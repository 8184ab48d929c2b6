/** 补发原因 — codes as county systems have them (domain.md §2.3). */
export const backPayReasons = ['not-registered-in-time', 'not-found', 'out-of-touch', 'other'] as const
export type BackPayReason = (typeof backPayReasons)[number]
