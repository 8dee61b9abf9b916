import { Button, Chip, Group, Input, Modal, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { PersonRecordResponse } from '../../api/contract-people.ts';
import type { Role } from '../../domain/person.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { useTexts } from '../text/use-texts.tsx';
import { useSavePerson } from './people-queries.ts';
import { changeOf, draftOf, type PersonDraft, personOf } from './person-draft.ts';

const rolesInOrder = Object.keys({
  agent: true,
  coach: true,
  reviewer: true,
  manager: true,
  administrator: true,
  auditor: true,
} satisfies Record<Role, true>) as Role[];

interface PersonDialogProps {
  /** Null adds somebody. */
  readonly person: PersonRecordResponse | null;
  onClose(): void;
}

interface FieldsProps {
  readonly person: PersonRecordResponse | null;
  readonly draft: PersonDraft;
  change(part: Partial<PersonDraft>): void;
}

function RoleChoice({ draft, change }: FieldsProps) {
  const texts = useTexts();
  return (
    <Input.Wrapper label={texts.people.roles} labelElement="div">
      <Chip.Group
        multiple
        value={[...draft.roles]}
        onChange={(chosen) => change({ roles: chosen as Role[] })}
      >
        <Group gap={6} mt={4} role="group" aria-label={texts.people.roles}>
          {rolesInOrder.map((role) => (
            <Chip key={role} value={role} size="xs">
              {texts.personRoles[role]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

function PersonFields({ person, draft, change }: FieldsProps) {
  const texts = useTexts();
  const field = (name: 'login' | 'name' | 'teams' | 'agents', label: string, description?: string) => (
    <TextInput
      label={label}
      value={draft[name]}
      maxLength={1000}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      {...(description === undefined ? {} : { description })}
    />
  );
  return (
    <Stack gap="sm">
      {person === null && field('login', texts.signIn.login)}
      {field('name', texts.people.name)}
      <RoleChoice person={person} draft={draft} change={change} />
      {field('teams', texts.people.teams, texts.people.teamsHint)}
      {field('agents', texts.people.agents, texts.people.agentsHint)}
      <TextInput
        type="password"
        label={person === null ? texts.signIn.password : texts.people.newPassword}
        description={person === null ? texts.people.firstPasswordHint : texts.people.passwordHint}
        value={draft.password}
        autoComplete="new-password"
        maxLength={200}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      {person && (
        <Switch
          label={texts.people.disable}
          checked={draft.isDisabled}
          onChange={(event) => change({ isDisabled: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

/** Adds a person, or changes one. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const texts = useTexts();
  const save = useSavePerson();
  const [draft, setDraft] = useState(() => draftOf(person));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given =
      person === null
        ? { id: null, person: personOf(draft) }
        : { id: person.id, change: changeOf(draft, person) };
    save.mutate(given, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={person === null ? texts.people.add : texts.people.change(person.name)}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <form onSubmit={submit}>
        <PersonFields person={person} draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
        {person && (
          <Text size="xs" c="dimmed" mt="sm">
            {texts.people.sessionsEnd}
          </Text>
        )}
        {save.error && <ErrorNotice error={save.error} />}
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={person === null && draft.login.trim() === ''}
          >
            {texts.save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
