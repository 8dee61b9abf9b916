/**
 * Results of `work` over all elements in their order, `atOnce` at a time. After a failure nothing new starts; the
 * first error is thrown once all that runs has ended, so that nothing works on behind the caller's back.
 */
export async function inParallel<T, R>(
  elements: readonly T[],
  atOnce: number,
  work: (element: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const failures: unknown[] = [];
  let next = 0;
  const lane = async () => {
    while (next < elements.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        results.set(index, await work(elements[index] as T));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, lane));
  if (failures.length > 0) throw failures[0];
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
