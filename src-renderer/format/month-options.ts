/** 1月 … 12月, for a Select. */
export const monthOptions = Array.from({ length: 12 }, (_, at) => ({
  value: at + 1,
  label: `${String(at + 1)}月`,
}))
