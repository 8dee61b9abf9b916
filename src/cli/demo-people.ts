import type { NewPerson } from '../domain/people-ports.ts';
import type { Store } from '../store/open-store.ts';

/** The demo's password of a login: known to everybody, so good only on this machine and while nobody else is added. */
export function demoPassword(login: string): string {
  return `earmark-${login}`;
}

/** Somebody for every role; a second agent and a second reviewer, since nobody decides about themselves. */
function demoPeople(
  agents: readonly { id: string; name: string | null; team: string | null }[],
): NewPerson[] {
  const teams = [...new Set(agents.flatMap(({ team }) => (team === null ? [] : [team])))];
  const ofAgent = (login: string, place: number): NewPerson[] => {
    const agent = agents[place];
    if (agent === undefined) return [];
    const team = agent.team === null ? [] : [agent.team];
    return [{ login, name: agent.name ?? agent.id, roles: ['agent'], teams: team, agents: [agent.id] }];
  };
  return [
    ...ofAgent('agent', 0),
    ...ofAgent('second-agent', 1),
    { login: 'coach', name: 'Carol Coach', roles: ['coach'], teams },
    { login: 'reviewer', name: 'Rita Reviewer', roles: ['reviewer'], teams },
    { login: 'second-reviewer', name: 'Ray Reviewer', roles: ['reviewer'], teams },
    { login: 'manager', name: 'Mona Manager', roles: ['manager'], teams },
    { login: 'administrator', name: 'Ada Admin', roles: ['administrator'] },
    { login: 'auditor', name: 'Otto Auditor', roles: ['auditor'] },
  ];
}

/** Adds the demo's people once, and gives the logins there are; none when somebody real was added. */
export async function addDemoPeople(store: Store): Promise<string[]> {
  if (await store.people.hasAny()) return [];
  const agents = await store.lists.agents();
  const known = new Set((await store.people.list()).map(({ login }) => login));
  const people = demoPeople([...agents].sort((a, b) => b.calls - a.calls || (a.id < b.id ? -1 : 1)));
  for (const person of people) {
    if (known.has(person.login)) continue;
    await store.people.add({ ...person, password: demoPassword(person.login), isDemo: true });
  }
  return people.map(({ login }) => login);
}
