import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useState } from 'react';
import { useTexts } from '../text/use-texts.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** Longest reason, as in the API. */
const REASON_LIMIT = 4000;

interface ReasonFormProps {
  /** Under which name what is typed outlives a reload. */
  readonly draft: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly missing: string;
  readonly submitLabel: string;
  /** True when the reason itself is what is written first. */
  readonly hasFocus?: boolean;
  readonly children?: ReactNode;
  /** Keeps what was written; false leaves it standing. */
  onSubmit(reason: string): Promise<boolean>;
  onCancel?(): void;
}

/** A reason being written: Enter sends it, unless an input method is composing; what is refused stays written. */
export function ReasonForm(props: ReasonFormProps) {
  const texts = useTexts();
  const [reason, setReason] = useKeptDraft(props.draft);
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const said = reason.trim();
    setMissing(said === '');
    if (said === '' || isSending) return;
    setSending(true);
    const isKept = await props.onSubmit(said);
    setSending(false);
    if (isKept) setReason('');
  };
  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') props.onCancel?.();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      className="reason-form"
      aria-label={props.name}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKey}
    >
      {props.children}
      <Textarea
        size="xs"
        label={props.label}
        {...(props.hint === undefined ? {} : { description: props.hint })}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isMissing ? props.missing : undefined}
        maxLength={REASON_LIMIT}
        autosize
        minRows={2}
        autoFocus={props.hasFocus ?? false}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" loading={isSending}>
          {props.submitLabel}
        </Button>
        {props.onCancel && (
          <Button size="compact-sm" variant="default" onClick={props.onCancel}>
            {texts.cancel}
          </Button>
        )}
      </Group>
    </form>
  );
}
