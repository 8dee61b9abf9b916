import type { CriterionResult } from '../../src/domain/scorecard.ts';
import type { Transcript } from '../../src/domain/transcript.ts';
import { openingCriteria } from './fixture-english-opening.ts';
import { restCriteria } from './fixture-english-rest.ts';

/** A call with every kind of evidence: greeted, misread number, one interruption, pushy selling, thin note. */
export const englishTranscript: Transcript = {
  version: 1,
  language: 'en',
  turns: [
    turn('agent', 500, 4200, 'Good morning, Harbor Insurance, this is Dana Reed from customer care.'),
    turn('customer', 4500, 8300, 'Hi Dana, I am calling about my car policy, number four four seven nine.'),
    turn(
      'agent',
      8600,
      11900,
      'So that is policy four four nine seven, and it is about your car. Is that right?',
    ),
    turn('customer', 12100, 14500, 'No, it is four four seven nine.'),
    turn('agent', 14700, 17400, 'Four four seven nine, thank you. What would you like to change?'),
    turn('customer', 17700, 24000, 'What happens when I add a second driver? Because my son has just'),
    turn('agent', 22900, 27500, 'We have a great family package for that, it is only on offer today.'),
    turn('customer', 28000, 30400, 'I am not interested in a package, thank you.'),
    turn(
      'agent',
      30600,
      35800,
      'You really should take it now, the price goes up tomorrow and you would regret it.',
    ),
    turn('customer', 36100, 38900, 'No. I said I do not want it.'),
    turn('agent', 39100, 43000, 'All right. I will note that your son is to be added as a second driver.'),
    turn('customer', 41000, 41500, 'Mm-hm.'),
    turn('customer', 43300, 45000, 'Yes, thank you.'),
    turn('agent', 45300, 48200, 'You are welcome. Thank you for calling and have a good day.'),
    turn('customer', 48500, 49300, 'Bye.'),
  ],
};

function turn(party: 'agent' | 'customer', startMs: number, endMs: number, text: string) {
  return { party, startMs, endMs, text };
}

/** The six core criteria of that call. */
export const englishCriteria: CriterionResult[] = [...openingCriteria, ...restCriteria];
