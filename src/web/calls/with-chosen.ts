/** One line of a select. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices with the chosen value among them, also while they load or when it is no longer offered. */
export function withChosen(chosen: string | undefined, choices: Choice[]): Choice[] {
  if (chosen === undefined || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: chosen }];
}
