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
  const { remedy, problems = [] } = error instanceof ApiError ? error : {};
  const isSignedOut = error instanceof ApiError && error.status === 401;
  const retry = isSignedOut ? () => window.location.reload() : onRetry;
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
      {problems.map((problem) => (
        <Text key={`${problem.path} ${problem.message}`} size="sm">
          {problem.path}: {problem.message}
        </Text>
      ))}
      {retry && (
        <Button size="xs" mt="sm" color="red" variant="outline" onClick={retry}>
          {texts.retry}
        </Button>
      )}
    </Alert>
  );
}
