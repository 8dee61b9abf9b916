import { script as en01 } from '../scripts/en-01-full-service.ts';
import { script as en02 } from '../scripts/en-02-shouting.ts';
import { script as en03 } from '../scripts/en-03-mono.ts';
import { script as en04 } from '../scripts/en-04-fake-stereo.ts';
import { script as en05 } from '../scripts/en-05-swapped.ts';
import { script as en06 } from '../scripts/en-06-invoice-question.ts';
import { script as en07 } from '../scripts/en-07-guilt.ts';
import { script as en08 } from '../scripts/en-08-soft-no.ts';
import { script as zh01 } from '../scripts/zh-01-full-service.ts';
import { script as zh02 } from '../scripts/zh-02-interrupts.ts';
import { script as zh03 } from '../scripts/zh-03-two-refusals.ts';
import { script as zh04 } from '../scripts/zh-04-soft-no.ts';
import { script as zh05 } from '../scripts/zh-05-wrong-amount.ts';
import { script as zh06 } from '../scripts/zh-06-rude.ts';
import { script as zh07 } from '../scripts/zh-07-late-name.ts';
import { script as zh08 } from '../scripts/zh-08-silent-customer.ts';
import type { CallScript } from './call-script.ts';

/** Every sample call of the project, Mandarin first. */
export const allScripts: readonly CallScript[] = [
  zh01, zh02, zh03, zh04, zh05, zh06, zh07, zh08, en01, en02, en03, en04, en05, en06, en07, en08,
]; // biome-ignore format: a table
