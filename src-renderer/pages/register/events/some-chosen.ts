/** A rule for a group of boxes: at least one is ticked. A group of them may not be called required itself. */
export function someChosen(message: string) {
  return {
    validator: (_: unknown, chosen: readonly string[] | undefined) =>
      chosen !== undefined && chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
  }
}
