import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';

function Broken({ again }: { again: () => void }) {
  const { t } = useTranslation('kit');
  return (
    <div role="alert">
      <EmptyState
        order={1}
        icon={IconAlertTriangle}
        title={t('error.broken')}
        action={<Button onClick={again}>{t('error.reload')}</Button>}
      >
        {t('error.brokenWhy')}
      </EmptyState>
    </div>
  );
}

/** Keeps a mistake in one screen from taking the frame around it down. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken again={() => location.reload()} /> : this.props.children;
  }
}
