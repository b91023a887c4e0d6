import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/client';
import { App } from './app';
import { startMessages } from './i18n';
import { applyTheme } from './shell/theme';
import './styles/base.css';

applyTheme();
await startMessages();
createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
