import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../text/use-texts.tsx';

/** Page for an address that leads nowhere. */
export function NotFound() {
  const texts = useTexts();
  return (
    <Stack className="page" align="center" py={80} gap="xs">
      <Title order={1}>{texts.errors.notFoundTitle}</Title>
      <Text c="dimmed">{texts.errors.notFound}</Text>
      <Anchor component={Link} href="/calls">
        {texts.errors.backToCalls}
      </Anchor>
    </Stack>
  );
}
