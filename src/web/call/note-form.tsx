import { Button, Group, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { NoteRequest } from '../../api/contract.ts';
import type { Note } from '../../domain/note.ts';
import { useTexts } from '../text/use-texts.tsx';
import { draftOf, type NoteFieldName, noteFieldNames, noteOf, readIntent } from './note-draft.ts';

/** Longest text of a note; the same bound as in the note's own format. */
const TEXT_LIMIT = 16_384;

interface NoteFormProps {
  readonly note: Note | null;
  readonly isSaving: boolean;
  onSave(request: NoteRequest): void;
  onCancel(): void;
}

/** Form for the agent's note. */
export function NoteForm({ note, isSaving, onSave, onCancel }: NoteFormProps) {
  const texts = useTexts();
  const [draft, setDraft] = useState(() => draftOf(note));
  const isIntentWrong = readIntent(draft.intent) === null;
  const isTooLong = draft.text.length > TEXT_LIMIT;
  const change = (name: keyof typeof draft, value: string) => setDraft({ ...draft, [name]: value });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isIntentWrong && !isTooLong) onSave(noteOf(draft, note));
  };
  const field = (name: NoteFieldName) => (
    <TextInput
      key={name}
      size="xs"
      label={texts.note.fields[name]}
      value={draft[name]}
      maxLength={1000}
      onChange={(event) => change(name, event.currentTarget.value)}
      {...(name === 'intent' ? { placeholder: texts.note.intentHint } : {})}
      {...(name === 'intent' && isIntentWrong ? { error: texts.note.intentWrong } : {})}
    />
  );
  return (
    <form onSubmit={submit}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {noteFieldNames.map(field)}
      </SimpleGrid>
      <Textarea
        size="sm"
        mt="xs"
        label={texts.note.text}
        value={draft.text}
        autosize
        minRows={4}
        onChange={(event) => change('text', event.currentTarget.value)}
        error={isTooLong ? texts.note.tooLong(TEXT_LIMIT) : undefined}
      />
      <Group gap="xs" mt="sm">
        <Button type="submit" size="xs" loading={isSaving}>
          {texts.save}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}
