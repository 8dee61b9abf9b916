import '../styles/records.css';
import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRecordResponse } from '../../api/contract-people.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useTexts } from '../text/use-texts.tsx';
import { peopleQuery } from './people-queries.ts';
import { PersonDialog } from './person-dialog.tsx';

function PersonRow({ person, onChange }: { person: PersonRecordResponse; onChange: () => void }) {
  const texts = useTexts();
  const state = person.isDisabled ? texts.people.disabled : texts.people.enabled;
  return (
    <tr data-off={person.isDisabled || undefined}>
      <th scope="row">
        <button type="button" className="row-button" onClick={onChange}>
          {person.name}
        </button>
        <span className="dim small"> {person.login}</span>
      </th>
      <td>{person.roles.map((role) => texts.personRoles[role]).join(', ') || texts.people.noRole}</td>
      <td>{person.teams.join(', ') || texts.none}</td>
      <td>{person.agents.join(', ') || texts.none}</td>
      <td>
        {state}
        {person.isDemo && ` · ${texts.people.demo}`}
      </td>
    </tr>
  );
}

function PeopleTable({
  people,
  onChange,
}: {
  people: readonly PersonRecordResponse[];
  onChange: (id: string) => void;
}) {
  const texts = useTexts();
  if (people.length === 0) return <Text role="status">{texts.people.empty}</Text>;
  return (
    <section className="table-frame" aria-label={texts.people.title}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">{texts.people.name}</th>
            <th scope="col">{texts.people.roles}</th>
            <th scope="col">{texts.people.teams}</th>
            <th scope="col">{texts.people.agents}</th>
            <th scope="col">{texts.people.state}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} onChange={() => onChange(person.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Everybody who may sign in, for administrators. */
export default function UsersPage() {
  const texts = useTexts();
  const list = useQuery(peopleQuery);
  const [open, setOpen] = useState<string | null>(null);
  usePageTitle(texts.people.title);
  if (list.isPending) return <PageLoading />;
  const people = list.data?.people ?? [];
  const opened = people.find(({ id }) => id === open) ?? null;
  return (
    <div className="page">
      <Group justify="space-between" mb="xs">
        <Title order={1}>{texts.people.title}</Title>
        <Button size="xs" onClick={() => setOpen('new')}>
          {texts.people.add}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.people.lead}
      </Text>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <PeopleTable people={people} onChange={setOpen} />}
      {open !== null && <PersonDialog key={open} person={opened} onClose={() => setOpen(null)} />}
    </div>
  );
}
