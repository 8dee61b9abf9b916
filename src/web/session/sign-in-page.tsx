import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useSearch } from 'wouter';
import type { SignInRequest } from '../../api/contract-people.ts';
import { ApiError, apiClient } from '../api-client.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useTexts } from '../text/use-texts.tsx';
import { wantedPage } from './sign-in-address.ts';

function SignInFailure({ error }: { error: Error }) {
  const texts = useTexts();
  const status = error instanceof ApiError ? error.status : null;
  if (status !== 401 && status !== 429) return <ErrorNotice error={error} />;
  return (
    <Alert color="red" variant="light" role="alert">
      {status === 429 ? texts.signIn.throttled : texts.signIn.wrong}
    </Alert>
  );
}

function PasswordForm({ to }: { to: string }) {
  const texts = useTexts();
  const [given, setGiven] = useState<SignInRequest>({ login: '', password: '' });
  const signIn = useMutation({
    mutationFn: (request: SignInRequest) => apiClient.signIn(request),
    // loaded anew: nothing that was kept for somebody else stays
    onSuccess: () => window.location.assign(to),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (given.login.trim() !== '' && given.password !== '') signIn.mutate(given);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={texts.signIn.login}
          value={given.login}
          onChange={(event) => setGiven({ ...given, login: event.currentTarget.value })}
          autoComplete="username"
          autoCapitalize="none"
          maxLength={200}
          required
          autoFocus
        />
        <TextInput
          type="password"
          label={texts.signIn.password}
          value={given.password}
          onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
          autoComplete="current-password"
          maxLength={1000}
          required
        />
        {signIn.error && <SignInFailure error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {texts.signIn.submit}
        </Button>
      </Stack>
    </form>
  );
}

/** Where people say who they are; leads back to the page that was wanted. */
export default function SignInPage() {
  const texts = useTexts();
  const search = useSearch();
  const to = wantedPage(search);
  usePageTitle(texts.signIn.title);
  const options = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => apiClient.signInOptions(signal),
  });
  const provider = options.data?.identityProvider ?? null;
  return (
    <Stack className="sign-in" gap="md">
      <Title order={1}>{texts.signIn.title}</Title>
      {new URLSearchParams(search).has('failed') && (
        <Alert color="red" variant="light" role="alert">
          {texts.signIn.failedBy}
        </Alert>
      )}
      {provider !== null && (
        <Button component="a" href={apiClient.identityProviderUrl(to)} variant="default">
          {texts.signIn.by(provider)}
        </Button>
      )}
      <PasswordForm to={to} />
      {options.data?.isNeeded === false && (
        <Text size="sm" c="dimmed">
          {texts.signIn.notNeeded} <Anchor href={to}>{texts.signIn.goOn}</Anchor>
        </Text>
      )}
    </Stack>
  );
}
