/** What becomes of each input, told in the order of the inputs. */
export interface Outcome<I, O> {
  done(input: I, output: O): void;
  failed(input: I, error: unknown): void;
}

/**
 * Works on up to `atOnce` inputs together and reports each in its turn, as soon as all before it are reported;
 * one that fails stops none of the others.
 */
export async function inOrder<I, O>(
  inputs: readonly I[],
  atOnce: number,
  work: (input: I) => Promise<O>,
  outcome: Outcome<I, O>,
): Promise<void> {
  const settled = new Map<number, () => void>();
  let next = 0;
  let reported = 0;
  const lane = async () => {
    for (let index = next++; index < inputs.length; index = next++) {
      const input = inputs[index] as I;
      try {
        const output = await work(input);
        settled.set(index, () => outcome.done(input, output));
      } catch (error) {
        settled.set(index, () => outcome.failed(input, error));
      }
      for (let report = settled.get(reported); report !== undefined; report = settled.get(reported)) {
        settled.delete(reported);
        reported++;
        report();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, inputs.length) }, lane));
}
