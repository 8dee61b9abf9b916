import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { type Command, InvalidArgumentError } from 'commander';
import type { PersonChange } from '../domain/people-ports.ts';
import { isRole, type PersonRecord, type Role, roles } from '../domain/person.ts';
import { EarmarkError } from '../errors.ts';
import { typist, withStore } from './open-records.ts';

interface AddOptions {
  readonly name?: string;
  readonly roles: Role[];
  readonly team: string[];
  readonly agent: string[];
  readonly passwordStdin?: true;
  readonly password: boolean;
}

function readRoles(given: string): Role[] {
  const names = given.split(',').map((name) => name.trim());
  if (!names.every(isRole)) throw new InvalidArgumentError(`roles are ${roles.join(', ')}`);
  return names;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

/** A password from standard input, or a new one that is printed once. */
async function obtainPassword(isFromStdin: boolean): Promise<{ password: string; isNew: boolean }> {
  if (!isFromStdin) return { password: randomBytes(15).toString('base64url'), isNew: true };
  return { password: (await text(process.stdin)).replace(/\r?\n$/, ''), isNew: false };
}

function describe(person: PersonRecord): string {
  const marks = [person.isDisabled ? 'disabled' : '', person.isDemo ? 'demo' : ''].filter(Boolean);
  const parts = [
    person.login,
    person.name,
    person.roles.join(',') || 'no role',
    ...(person.teams.length > 0 ? [`teams ${person.teams.join(', ')}`] : []),
    ...(person.agents.length > 0 ? [`agents ${person.agents.join(', ')}`] : []),
    ...marks,
  ];
  return parts.join('  ');
}

/** Adds a person and the line of the audit, both or neither. */
async function addUser(login: string, options: AddOptions): Promise<void> {
  const given = options.password ? await obtainPassword(options.passwordStdin ?? false) : null;
  await withStore((store) =>
    store.transaction(async (parts) => {
      const id = await parts.people.add({
        ...{ login, name: options.name ?? login, roles: options.roles },
        ...{ teams: options.team, agents: options.agent },
        ...(given === null ? {} : { password: given.password }),
      });
      const details = { roles: options.roles.join(',') };
      const object = { kind: 'person', id };
      await parts.audit.append({ actor: typist(), action: 'person-added', object, details });
    }),
  );
  console.log(`${login} is added`);
  if (given?.isNew) console.log(`password, shown this once: ${given.password}`);
}

async function changeUser(login: string, change: PersonChange): Promise<void> {
  await withStore((store) =>
    store.transaction(async (parts) => {
      const person = await parts.people.find(login);
      if (person === null) {
        throw new EarmarkError('E_NOT_FOUND', 'there is no such person', {
          remedy: 'see `earmark user list`',
        });
      }
      await parts.people.change(person.id, change);
      const details = { changed: Object.keys(change).join(',') };
      const object = { kind: 'person', id: person.id };
      await parts.audit.append({ actor: typist(), action: 'person-changed', object, details });
    }),
  );
  console.log(`${login} is changed; open sessions have ended`);
}

/** `earmark user`: who may sign in, with which roles. */
export function register(program: Command): void {
  const user = program
    .command('user')
    .description('who may sign in: add, list, role, team, disable, password');
  user
    .command('add')
    .description('add a person; prints a new password unless one comes from standard input')
    .argument('<login>')
    .option('--name <name>', 'shown in the pages; the login when left out')
    .requiredOption('--roles <roles>', `one or more of ${roles.join(', ')}`, readRoles)
    .option('--team <team>', 'a team by the name calls carry; may be given again', collect, [])
    .option('--agent <id>', 'an agent id this person is; may be given again', collect, [])
    .option('--password-stdin', 'read the password from standard input')
    .option('--no-password', 'only the identity provider lets this person in')
    .action(addUser);
  user
    .command('list')
    .description('everybody, with roles, teams and agents')
    .option('--json', 'one JSON object a line')
    .action(async (options: { json?: true }) => {
      const people = await withStore((store) => store.people.list());
      for (const person of people) console.log(options.json ? JSON.stringify(person) : describe(person));
      if (people.length === 0 && !options.json) console.log('nobody was added yet');
    });
  user
    .command('role')
    .description('give a person these roles and no others; sessions end')
    .argument('<login>')
    .argument('<roles>', `one or more of ${roles.join(', ')}`, readRoles)
    .action((login: string, given: Role[]) => changeUser(login, { roles: given }));
  user
    .command('team')
    .description('put a person into these teams and no others')
    .argument('<login>')
    .argument('[teams...]')
    .action((login: string, teams: string[]) => changeUser(login, { teams }));
  user
    .command('disable')
    .description('let a person in no longer; --undo lets in again')
    .argument('<login>')
    .option('--undo')
    .action((login: string, { undo }: { undo?: true }) => changeUser(login, { isDisabled: !undo }));
  user
    .command('password')
    .description('set a new password')
    .argument('<login>')
    .option('--password-stdin', 'read the password from standard input')
    .action(async (login: string, options: { passwordStdin?: true }) => {
      const { password, isNew } = await obtainPassword(options.passwordStdin ?? false);
      await changeUser(login, { password });
      if (isNew) console.log(`password, shown this once: ${password}`);
    });
}
