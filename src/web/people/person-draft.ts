import type {
  NewPersonRequest,
  PersonChangeRequest,
  PersonRecordResponse,
} from '../../api/contract-people.ts';
import type { Role } from '../../domain/person.ts';

/** What the form of a person holds; lists are texts with commas between. */
export interface PersonDraft {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teams: string;
  readonly agents: string;
  readonly password: string;
  readonly isDisabled: boolean;
}

/** The form of a person as it is, or of nobody yet. */
export function draftOf(person: PersonRecordResponse | null): PersonDraft {
  return {
    login: person?.login ?? '',
    name: person?.name ?? '',
    roles: person?.roles ?? [],
    teams: person?.teams.join(', ') ?? '',
    agents: person?.agents.join(', ') ?? '',
    password: '',
    isDisabled: person?.isDisabled ?? false,
  };
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  [...left].sort().join('\n') === [...right].sort().join('\n');

/** The person to add. */
export function personOf(draft: PersonDraft): NewPersonRequest {
  const { login, name, roles, password } = draft;
  return {
    ...{ login, name: name.trim() === '' ? login : name, roles: [...roles] },
    ...{ teams: listOf(draft.teams), agents: listOf(draft.agents) },
    ...(password === '' ? {} : { password }),
  };
}

/** Only what differs: a change of rights ends the person's sessions, so none is sent for nothing. */
export function changeOf(draft: PersonDraft, before: PersonRecordResponse): PersonChangeRequest {
  const { name, roles, password, isDisabled } = draft;
  const [teams, agents] = [listOf(draft.teams), listOf(draft.agents)];
  return {
    ...(name === before.name ? {} : { name }),
    ...(isSame(roles, before.roles) ? {} : { roles: [...roles] }),
    ...(isSame(teams, before.teams) ? {} : { teams }),
    ...(isSame(agents, before.agents) ? {} : { agents }),
    ...(password === '' ? {} : { password }),
    ...(isDisabled === before.isDisabled ? {} : { isDisabled }),
  };
}
