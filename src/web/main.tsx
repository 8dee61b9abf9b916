import './styles/mantine.css';
import './styles/base.css';
import './styles/verdict.css';
import './styles/list.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createQueryClient } from './queries.ts';
import { WordingProvider } from './text/use-texts.tsx';
import { theme } from './theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>
        <WordingProvider>
          <App />
        </WordingProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
