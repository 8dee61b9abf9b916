import { Alert, Button } from '@mantine/core';
import { useTexts } from '../text/use-texts.tsx';

/** What a reader sees when a page broke; loading it anew is the way out. */
export function CrashNotice() {
  const texts = useTexts();
  return (
    <Alert color="red" m="lg" role="alert" title={texts.errors.crashed}>
      <Button size="xs" mt="xs" onClick={() => window.location.reload()}>
        {texts.retry}
      </Button>
    </Alert>
  );
}
