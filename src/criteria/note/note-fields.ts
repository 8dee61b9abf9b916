import type { Intent, Note } from '../../domain/note.ts';
import { notedDisinterest, notedInterest, notedOutcome } from '../lexicon/intent.ts';
import { extractFacts } from '../text/facts.ts';
import { normalise } from '../text/normalise.ts';

/** The fields every note is asked for. */
export const noteFieldNames = ['time', 'person', 'outcome', 'intent'] as const;
export type NoteFieldName = (typeof noteFieldNames)[number];

/** A field's value as it stands in the note; `from` says whether it is a form field, a label or free text. */
export interface NoteField {
  readonly value: string;
  readonly from: 'field' | 'label' | 'text';
}

/** How the note classes the customer; `percent` where it states one. */
export interface NotedIntent {
  readonly class: 'interested' | 'not-interested' | 'undecided';
  readonly percent: number | null;
}

/** What a note says, whether it was filled in as a form or written freely. */
export interface NoteFields {
  readonly fields: Readonly<Partial<Record<NoteFieldName, NoteField>>>;
  readonly intent: NotedIntent | null;
}

const labels: Readonly<Record<NoteFieldName, RegExp>> = {
  time: /^(?:通话|来电|联系|记录|呼叫|拜访)?(?:时间|日期)$|^(?:call |contact )?(?:time|date|when|date ?time)$/,
  person:
    /^(?:联系人|客户|客户姓名|客户名称|姓名|对方|接听人|对象|联系对象|人物|称呼)$|^(?:person|customer|contact|client|name|who|customer name|contact person|spoke (?:to|with))$/,
  outcome:
    /^(?:通话|沟通|处理|联系|跟进)?(?:结果|结论|情况|内容|小结)$|^(?:call )?(?:outcome|result|resolution|disposition|summary|next steps?)$/,
  intent:
    /^(?:客户|购买|合作)?(?:意向|意愿|意向等级|意向度|意向程度|分类|客户分类|意向分类|兴趣)$|^(?:intent|intention|interest|interest level|lead|class|category)$/,
};

const EMPTY = /^(?:[-—/.\s]*|未填写?|待填|不详|空|n\/?a|null|unknown|tbd|\?+)$/i;
/** From this percentage on a customer counts as interested, and up to which as not (clause 3.3 draws the line at 60). */
const INTERESTED_FROM = 60;
const NOT_INTERESTED_TO = 30;

/** With so many fields filled in a note is a form, and what is left open in it was left out. */
const FORM_FIELDS = 3;

/** The note's fields: those filled in, then labelled lines of the text, then what the free text itself says. */
export function readNoteFields(note: Note): NoteFields {
  const labelled = readLabels(note.text);
  const fields: Partial<Record<NoteFieldName, NoteField>> = {};
  for (const name of noteFieldNames) {
    const found = fieldOf(note.fields, name) ?? labelled[name];
    if (found) fields[name] = found;
  }
  if (Object.keys(fields).length < FORM_FIELDS) {
    for (const name of noteFieldNames) {
      const found = fields[name] || hasLabel(note.text, name) ? null : fromText(note.text, name);
      if (found) fields[name] = found;
    }
  }
  return { fields, intent: fields.intent ? classOf(fields.intent.value) : null };
}

function fieldOf(fields: Note['fields'], name: NoteFieldName): NoteField | null {
  for (const [key, value] of Object.entries(fields)) {
    if (key !== name && !labels[name].test(normalise(key).text)) continue;
    const text = typeof value === 'number' ? `${value}` : typeof value === 'string' ? value.trim() : '';
    if (!EMPTY.test(text)) return { value: text, from: 'field' };
  }
  return null;
}

const LINE = /^[ \t]*[-*•【[]?[ \t]*([^:：\]】\n]{1,16})[\]】]?[ \t]*[:：][ \t]*(.*)$/gm;

function readLabels(text: string): Partial<Record<NoteFieldName, NoteField>> {
  const found: Partial<Record<NoteFieldName, NoteField>> = {};
  for (const [, label = '', value = ''] of splitLines(text).matchAll(LINE)) {
    const name = noteFieldNames.find((field) => labels[field].test(normalise(label).text));
    if (name && !EMPTY.test(value.trim())) found[name] ??= { value: value.trim(), from: 'label' };
  }
  return found;
}

function hasLabel(text: string, name: NoteFieldName): boolean {
  return [...splitLines(text).matchAll(LINE)].some(([, label = '']) =>
    labels[name].test(normalise(label).text),
  );
}

/** `时间：…；联系人：…` on one line as one line each. */
const splitLines = (text: string): string =>
  text.replace(/[；;|｜]\s*|[，,。]\s*(?=[^，,。:：\n]{1,8}[:：])/g, '\n');

function fromText(text: string, name: NoteFieldName): NoteField | null {
  const { text: plain } = normalise(text);
  if (plain === '') return null;
  if (name === 'intent') {
    const word = notedDisinterest.exec(plain) ?? notedInterest.exec(plain) ?? /\d{1,3} ?%/.exec(plain);
    return word && { value: word[0], from: 'text' };
  }
  if (name === 'outcome') {
    const word = notedOutcome.exec(plain);
    return word && { value: word[0], from: 'text' };
  }
  return name === 'time' ? timeOf(text) : personOf(text, plain);
}

/** How far into a free note its own date or time is written, in characters. */
const HEAD = 30;

function timeOf(text: string): NoteField | null {
  const fact = extractFacts(text, 'zh').find(({ type }) => type === 'date' || type === 'time');
  return fact && fact.from <= HEAD ? { value: fact.raw, from: 'text' } : null;
}

const PERSON =
  /(?:客户|联系人|对方|接听人|机主)(?:是|为|叫|姓|[:：])?([\u4e00-\u9fff]{1,4}?)(?:先生|女士|小姐|，|,|。|$|表示|说)|([\u4e00-\u9fff]{1,3})(?:先生|女士|小姐|太太|总|经理|老师|老板|阿姨)|\b(?:spoke|spoken|talked|call|called|speaking) (?:to|with) (?:the )?([A-Za-z][\w'.-]*(?: [A-Z][\w'.-]*)?)|\b(?:mr|mrs|ms|miss|dr)\.? ([a-z][\w'-]+)|\b(?:customer|client|caller) ([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)|^([A-Z][a-z'-]+ [A-Z][a-z'-]+)\b/im;

function personOf(text: string, plain: string): NoteField | null {
  const name = extractFacts(text, 'zh').find(({ type }) => type === 'name');
  if (name) return { value: name.raw, from: 'text' };
  const match = PERSON.exec(text);
  if (match) return { value: match[0].trim(), from: 'text' };
  const general = /客户|机主|前台|本人|家属|customer|client|caller|receptionist|patient|member/.exec(plain);
  return general && { value: general[0], from: 'text' };
}

/** The class an intent field states: a word, a percentage or a grade. */
function classOf(value: string): NotedIntent {
  const { text } = normalise(value);
  const percent = /(\d{1,3}(?:\.\d+)?) ?%?/.exec(text);
  const number = percent && Number(percent[1]) <= 100 ? Number(percent[1]) : null;
  if (number !== null && /^\d+(?:\.\d+)? ?%?$/.test(text.trim())) return ofPercent(number);
  if (/^(?:无|没有|none|no|低|d|c|弱|cold|not interested)$/.test(text) || notedDisinterest.test(text)) {
    return { class: 'not-interested', percent: number };
  }
  if (/^(?:有|高|a|强|yes|hot|warm|high|interested|较高|较强)$/.test(text) || notedInterest.test(text)) {
    return { class: 'interested', percent: number };
  }
  return number === null ? { class: 'undecided', percent: null } : ofPercent(number);
}

function ofPercent(percent: number): NotedIntent {
  if (percent >= INTERESTED_FROM) return { class: 'interested', percent };
  return { class: percent <= NOT_INTERESTED_TO ? 'not-interested' : 'undecided', percent };
}

/** The intent of a note as the note file writes it, for reports: the class or the percentage. */
export function intentOf({ intent }: NoteFields): Intent | null {
  if (!intent) return null;
  if (intent.percent !== null) return intent.percent;
  return intent.class === 'undecided' ? null : intent.class;
}
