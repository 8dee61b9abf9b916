import { type Command, InvalidArgumentError } from 'commander';
import { scopes } from '../domain/access-rules.ts';
import { EarmarkError } from '../errors.ts';
import { typist, withStore } from './open-records.ts';

const DAY_MS = 86_400_000;

interface AddOptions {
  readonly scopes: string[];
  readonly user?: string;
  readonly days?: number;
}

function readScopes(given: string): string[] {
  const names = given.split(',').map((name) => name.trim());
  const known: readonly string[] = [...scopes, '*'];
  if (!names.every((name) => known.includes(name))) {
    throw new InvalidArgumentError(`scopes are ${scopes.join(', ')}, or *`);
  }
  return names;
}

function readDays(given: string): number {
  const days = Number(given);
  if (!(days > 0 && days <= 3650)) throw new InvalidArgumentError('between 1 and 3650 days');
  return days;
}

async function addToken(name: string, { scopes: given, user, days }: AddOptions): Promise<void> {
  const secret = await withStore((store) =>
    store.transaction(async (parts) => {
      const person = user === undefined ? null : await parts.people.find(user);
      if (user !== undefined && person === null)
        throw new EarmarkError('E_NOT_FOUND', 'there is no such person');
      const token = await parts.tokens.issue(name, {
        ...{ kind: 'token', scopes: given, lifeMs: days === undefined ? null : days * DAY_MS },
        ...(person === null ? {} : { personId: person.id }),
      });
      const details = { scopes: given.includes('*') ? 'all' : given.join(',') };
      const object = { kind: 'token', id: token.id };
      await parts.audit.append({ actor: typist(), action: 'token-issued', object, details });
      return token.secret;
    }),
  );
  console.log(secret);
}

async function revokeToken(id: string): Promise<void> {
  await withStore((store) =>
    store.transaction(async (parts) => {
      if (!(await parts.tokens.revoke(id))) throw new EarmarkError('E_NOT_FOUND', 'there is no such token');
      const object = { kind: 'token', id };
      await parts.audit.append({ actor: typist(), action: 'token-revoked', object, details: {} });
    }),
  );
  console.log('revoked');
}

/** `earmark token`: keys to the API, by scope. */
export function register(program: Command): void {
  const token = program.command('token').description('keys to the API: add, list, revoke');
  token
    .command('add')
    .description('print a new token, which is shown this once')
    .argument('<name>', 'what it is for')
    .requiredOption('--scopes <scopes>', `some of ${scopes.join(', ')}, or *`, readScopes)
    .option('--user <login>', 'it does no more than this person may')
    .option('--days <number>', 'how long it is good; until revoked when left out', readDays)
    .action(addToken);
  token
    .command('list')
    .description('tokens that are good now')
    .option('--json', 'one JSON object a line')
    .action(async (options: { json?: true }) => {
      const tokens = (await withStore((store) => store.tokens.list())).filter(({ kind }) => kind === 'token');
      for (const one of tokens) {
        const until = one.expiresAt === null ? 'until revoked' : `until ${one.expiresAt}`;
        const line = `${one.id}  ${one.name}  ${one.scopes.join(',')}  ${until}`;
        console.log(options.json ? JSON.stringify(one) : line);
      }
    });
  token.command('revoke').description('make a token worthless').argument('<id>').action(revokeToken);
}
