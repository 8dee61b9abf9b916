import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../api-client.ts';
import type { Texts } from '../text/english.ts';
import { useTexts } from '../text/use-texts.tsx';

function describe(error: Error, texts: Texts): string {
  if (!(error instanceof ApiError)) return error.message;
  if (error.status === 0) return texts.errors.offline;
  if (error.status === 401) return texts.errors.signIn;
  if (error.status === 404) return texts.errors.notFound;
  return error.message;
}

/** Says what could not be loaded, what to do, and offers another try. */
export function ErrorNotice({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const texts = useTexts();
  const remedy = error instanceof ApiError ? error.remedy : undefined;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={texts.errors.title}
      variant="light"
    >
      <Text size="sm">{describe(error, texts)}</Text>
      {remedy && <Text size="sm">{remedy}</Text>}
      {onRetry && (
        <Button size="xs" mt="sm" color="red" variant="outline" onClick={onRetry}>
          {texts.retry}
        </Button>
      )}
    </Alert>
  );
}
