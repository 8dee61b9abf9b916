import { doubleMetaphone } from 'double-metaphone';

/** Spellings and the rough sound each stands for, applied in order; capitals are sounds of two letters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/^wh/, 'w'],
  [/tch/g, 'C'],
  [/sch/g, 'sk'],
  [/(sh|ti(?=on)|ssi(?=on)|ci(?=a))/g, 'S'],
  [/ch/g, 'C'],
  [/ph/g, 'f'],
  [/th/g, 'T'],
  [/(igh|eigh)/g, 'i'],
  [/gh/g, ''],
  [/dg(?=[eiy])/g, 'j'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/qu?/g, 'kw'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/mb$/, 'm'],
  [/(ey|ie|y)$/, 'i'],
  [/(ee|ea|ie|ei)/g, 'i'],
  [/(oo|ou|ow|ue|ew)/g, 'u'],
  [/(ai|ay)/g, 'e'],
  [/(au|aw|oa)/g, 'o'],
  [/(?<=[^aeiou].)e$/, ''],
  [/(.)\1+/g, '$1'],
];

const known = new Map<string, string>();

/** The rough sound of an English word, one character a sound; for comparing, not for reading. */
export function soundOf(word: string): string {
  let sound = known.get(word);
  if (sound === undefined) {
    sound = SOUNDS.reduce((text, [spelling, letter]) => text.replace(spelling, letter), word.toLowerCase());
    if (known.size > 20_000) known.clear();
    known.set(word, sound);
  }
  return sound;
}

const VOWELS = 'aeiouy';
const isVowel = (sound: string): boolean => VOWELS.includes(sound);

/** Consonants that recognizers take for one another, by place of articulation. */
const NEAR = ['pbvf', 'vw', 'td', 'kg', 'sSCj', 'mn', 'lr', 'Tfd', 'Ts', 'gj'];
const nearPairs = new Set(
  NEAR.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => `${a}${b}`))),
);

const VOWEL_SWAP = 0.3;
const NEAR_SWAP = 0.4;
const WEAK_DROP = 0.4;

/** Recognizers seldom get the first sound of a name wrong. */
const FIRST_SOUND = 0.4;

function swapCost(a: string, b: string, isFirst: boolean): number {
  if (a === b) return 0;
  if (isVowel(a) && isVowel(b)) return VOWEL_SWAP;
  if (nearPairs.has(a + b)) return NEAR_SWAP;
  return isFirst && !isVowel(a) && !isVowel(b) ? 1 + FIRST_SOUND : 1;
}

/** Vowels, h and r fade in telephone speech; a stop at the end of a word nearly so. */
function dropCost(sound: string, isLast: boolean): number {
  if (isVowel(sound) || sound === 'h' || sound === 'r') return WEAK_DROP;
  return isLast && (sound === 'd' || sound === 't' || sound === 's') ? 2 * WEAK_DROP : 1;
}

/** Distance between two strings of sounds, 0 when alike, about 1 a sound that differs; infinite once it is over `most`. */
function soundDistance(a: string, b: string, most: number): number {
  let row = [0];
  for (let j = 1; j <= b.length; j++) row.push((row[j - 1] ?? 0) + dropCost(b.charAt(j - 1), j === b.length));
  for (let i = 1; i <= a.length; i++) {
    const dropA = dropCost(a.charAt(i - 1), i === a.length);
    const next = [(row[0] ?? 0) + dropA];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + swapCost(a.charAt(i - 1), b.charAt(j - 1), i === 1 && j === 1),
          (row[j] ?? 0) + dropA,
          (next[j - 1] ?? 0) + dropCost(b.charAt(j - 1), j === b.length),
        ),
      );
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Words that share a metaphone code are at most this far apart. */
const SAME_CODE = 0.2;

/**
 * How different two English names sound, 0 the same, 1 nothing alike: the cost of turning one's sounds into
 * the other's over the length of `name`. Word boundaries do not count, since recognizers move them. A difference
 * over `most` may come out as 1, which spares working it out.
 */
export function soundsApart(name: readonly string[], heard: readonly string[], most = 1): number {
  const joinedName = name.join('');
  const joinedHeard = heard.join('');
  if (joinedName === joinedHeard) return 0;
  const wanted = name.map(soundOf).join('');
  const said = heard.map(soundOf).join('');
  if (wanted === '' || said === '') return 1;
  const reach = Math.max(most, 2 * SAME_CODE) * wanted.length;
  const apart = Math.min(1, soundDistance(wanted, said, reach) / wanted.length);
  if (apart <= SAME_CODE || apart > 2 * SAME_CODE) return apart;
  const sharesCode = doubleMetaphone(joinedName)[0] === doubleMetaphone(joinedHeard)[0];
  return sharesCode ? SAME_CODE : apart;
}
