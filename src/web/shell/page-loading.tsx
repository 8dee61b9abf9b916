import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTexts } from '../text/use-texts.tsx';

/** Grey bars in place of a page that is on its way. */
export function PageLoading({ rows = 8 }: { rows?: number }) {
  const texts = useTexts();
  return (
    <Stack className="page" gap="sm" role="status" aria-busy>
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      <Skeleton height={28} width="30%" />
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={`row-${String(index)}`} height={44} />
      ))}
    </Stack>
  );
}
