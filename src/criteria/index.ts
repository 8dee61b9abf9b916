import { answerSpeed } from './answer-speed.ts';
import { callHours } from './call-hours.ts';
import { callLength } from './call-length.ts';
import { callerLanguage } from './caller-language.ts';
import { consistentClaims } from './consistent-claims.ts';
import { contactReason } from './contact-reason.ts';
import { forbiddenTalk } from './forbidden-talk.ts';
import { identityFirst } from './identity-first.ts';
import { intake } from './intake.ts';
import { interruption } from './interruption.ts';
import type { CriterionKind } from './kind.ts';
import { monologue } from './monologue.ts';
import { needsDiscovery } from './needs-discovery.ts';
import { intentNextStep } from './note/intent-next-step.ts';
import { note } from './note/note.ts';
import { objectionHandling } from './objection-handling.ts';
import { opening } from './opening/opening.ts';
import { order } from './order.ts';
import { plainLanguage } from './plain-language.ts';
import { privateCall } from './private-call.ts';
import { problemReport } from './problem-report.ts';
import { referral } from './referral.ts';
import { restatement } from './restatement/restatement.ts';
import { pushySelling } from './selling/pushy-selling.ts';
import { steps } from './steps.ts';
import { talkingPoint } from './talking-point.ts';
import { tone } from './tone/tone.ts';
import { voiceMail } from './voice-mail.ts';

/** Every kind a standard may name; one line each. */
export const criterionKinds: readonly CriterionKind[] = [
  answerSpeed,
  callHours,
  callLength,
  pushySelling,
  opening,
  restatement,
  interruption,
  tone,
  note,
  objectionHandling,
  needsDiscovery,
  consistentClaims,
  plainLanguage,
  forbiddenTalk,
  intentNextStep,
  monologue,
  order,
  steps,
  talkingPoint,
  callerLanguage,
  contactReason,
  identityFirst,
  intake,
  privateCall,
  problemReport,
  referral,
  voiceMail,
];
