import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { IconPencil, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallResponse, NoteRequest } from '../../api/contract.ts';
import type { Note } from '../../domain/note.ts';
import { partQueries, usePutNote } from '../queries.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { useWording } from '../text/use-texts.tsx';
import { parseNoteFile } from './note-draft.ts';
import { NoteForm } from './note-form.tsx';

function FiledNote({ note }: { note: Note }) {
  const { texts, formats } = useWording();
  const fields = Object.entries(note.fields).filter(([, value]) => value !== undefined && value !== null);
  const spell = (value: unknown) =>
    typeof value === 'object' ? JSON.stringify(value) : (texts.note.intents[String(value)] ?? String(value));
  return (
    <dl className="facts">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{texts.note.fields[name] ?? name}</dt>
          <dd>
            {name === 'intent' && typeof value === 'number' ? formats.percent(value / 100) : spell(value)}
          </dd>
        </div>
      ))}
      {note.text !== '' && (
        <div>
          <dt>{texts.note.text}</dt>
          <dd className="note-text">{note.text}</dd>
        </div>
      )}
      {note.writtenAt && (
        <div>
          <dt>{texts.note.writtenAt}</dt>
          <dd>{formats.dateTime(note.writtenAt)}</dd>
        </div>
      )}
    </dl>
  );
}

function NoteActions({
  hasNote,
  onEdit,
  onFile,
}: {
  hasNote: boolean;
  onEdit: () => void;
  onFile: (file: File | null) => void;
}) {
  const { texts } = useWording();
  return (
    <Group gap="xs" mt="sm">
      <Button size="xs" variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={onEdit}>
        {hasNote ? texts.note.edit : texts.note.add}
      </Button>
      <FileButton onChange={onFile} accept=".json,.txt,.md,application/json,text/plain,text/markdown">
        {(props) => (
          <Button
            {...props}
            size="xs"
            variant="default"
            leftSection={<IconUpload size={14} aria-hidden />}
            title={texts.note.uploadHint}
          >
            {texts.note.upload}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

/** The agent's note on the call: read, written or uploaded here; a new one scores the call again. */
export function NotePanel({ call }: { call: CallResponse }) {
  const { texts } = useWording();
  const filed = useQuery({ ...partQueries.note(call.id), enabled: call.has.note });
  const putNote = usePutNote(call.id);
  const [isEditing, setEditing] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const note = filed.data?.note ?? null;
  const save = (request: NoteRequest) => putNote.mutate(request, { onSuccess: () => setEditing(false) });
  const upload = async (file: File | null) => {
    if (!file) return;
    const request = parseNoteFile(file.name, await file.text());
    setUnreadable(request === null);
    if (request) save(request);
  };
  if (call.has.note && filed.isPending) return <PageLoading rows={3} />;
  return (
    <>
      {filed.error && <ErrorNotice error={filed.error} onRetry={() => void filed.refetch()} />}
      {!isEditing && (note ? <FiledNote note={note} /> : <Text size="sm">{texts.note.empty}</Text>)}
      {isEditing ? (
        <NoteForm note={note} isSaving={putNote.isPending} onSave={save} onCancel={() => setEditing(false)} />
      ) : (
        <NoteActions
          hasNote={note !== null}
          onEdit={() => setEditing(true)}
          onFile={(file) => void upload(file)}
        />
      )}
      <div aria-live="polite">
        {isUnreadable && (
          <Alert mt="sm" p="xs" color="red">
            {texts.note.unreadable}
          </Alert>
        )}
        {putNote.isSuccess && (
          <Alert mt="sm" p="xs" color="indigo">
            {texts.note.saved}
          </Alert>
        )}
      </div>
      {putNote.error && <ErrorNotice error={putNote.error} />}
    </>
  );
}
