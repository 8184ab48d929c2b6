/** 日 — a calendar day in Asia/Shanghai as `YYYY-MM-DD`; days are compared as text. */
export type Day = string
