import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { EarmarkError } from '../errors.ts';

/** OWASP's password storage cheat sheet, argon2id: 19 MiB, two passes, one lane; 16 bytes of salt, 32 of tag. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const MIN_CHARACTERS = 10;
const MAX_CHARACTERS = 200;

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

interface KeptPassword {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

const bare = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function compute(password: string, { memory, passes, parallelism, salt, tag }: KeptPassword) {
  // one password typed on two keyboards may come in two forms of Unicode
  const message = password.normalize('NFC');
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: tag.length });
}

function parse(kept: string): KeptPassword | null {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept);
  if (found === null) return null;
  const [, memory, passes, parallelism, salt = '', tag = ''] = found;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Throws `E_USAGE` for a password that is short, endless, or the login itself. */
export function requireStrong(password: string, login: string): void {
  const characters = [...password].length;
  const isLogin = password.normalize('NFKC').toLowerCase() === login;
  if (characters >= MIN_CHARACTERS && characters <= MAX_CHARACTERS && !isLogin) return;
  throw new EarmarkError('E_USAGE', 'this password will not do', {
    remedy: `use ${MIN_CHARACTERS} to ${MAX_CHARACTERS} characters, and not the login`,
  });
}

/** The password as argon2id in PHC form: algorithm, parameters, salt and tag. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const settings = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES };
  const tag = await compute(password, { ...settings, salt, tag: Buffer.alloc(TAG_BYTES) });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${bare(salt)}$${bare(tag)}`;
}

const nobody: KeptPassword = {
  ...{ memory: MEMORY_KIB, passes: PASSES, parallelism: LANES },
  salt: Buffer.alloc(SALT_BYTES),
  tag: Buffer.alloc(TAG_BYTES),
};

/** True when the password is the kept one; without a kept one it takes as long and is false. */
export async function checkPassword(password: string, kept: string | null): Promise<boolean> {
  const known = kept === null ? null : parse(kept);
  const { tag } = known ?? nobody;
  const computed = await compute(password.slice(0, MAX_CHARACTERS * 4), known ?? nobody);
  return timingSafeEqual(computed, tag) && known !== null;
}
