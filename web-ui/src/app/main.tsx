import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'virtual:theme-variables.css';
import '@/lib/theme/tokens.css';
import '@/lib/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '@/lib/i18n';
import { styleNonce } from '@/lib/theme/nonce';
import { catalogs } from './catalogs';
import { App } from './providers';

// Libraries that lock the page's scrolling look here for the number by which the security policy lets their style through.
(window as unknown as Record<string, string>)['__webpack_nonce__'] = styleNonce();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
void startI18n(catalogs).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
