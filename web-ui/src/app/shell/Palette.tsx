import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/api';
import { commands } from '../gathered';
import { useGroups } from './useGroups';

const [store, palette] = createSpotlight();
const LEAST = 2;

interface PaletteProps {
  /** Whether somebody went somewhere by it, or else comes back to where they were. */
  close: (gone: boolean) => void;
}

/** Everything by its name: pages, actions, and what the server finds. */
export default function Palette({ close }: PaletteProps) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const may = useMay();
  const { groups } = useGroups();
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 200);
  useEffect(() => palette.open(), []);
  const go = (path: string) => {
    close(true);
    void navigate({ to: path } as never);
  };
  const fits = (name: string) => name.toLowerCase().includes(q.trim().toLowerCase());
  const pages = groups.flatMap((group) => group.entries).filter((entry) => fits(t(entry.label)));
  const allowed = commands.filter((command) => !command.permission || may(command.permission));
  const actions = allowed.flatMap((command) => (command.kind === 'action' && fits(t(command.label)) ? [command] : []));
  const searches = allowed.flatMap((command) => (command.kind === 'search' ? [command] : []));
  const found = useQueries({
    queries: searches.map((search) => ({
      queryKey: ['find', search.label, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => search.search(asked, signal),
      enabled: asked.length >= LEAST,
    })),
  });
  const hits = searches.map((search, i) => ({ search, items: (asked.length >= LEAST && found[i]?.data) || [] }));
  const nothing = pages.length + actions.length + hits.reduce((sum, group) => sum + group.items.length, 0) === 0;
  return (
    <Spotlight.Root
      store={store}
      query={q}
      onQueryChange={setQ}
      onSpotlightClose={() => close(false)}
      shortcut={null}
      clearQueryOnClose={false}
      overlayProps={{ blur: 0 }}
      scrollable
      maxHeight={420}
      aria-label={t('find')}
    >
      <Spotlight.Search
        placeholder={t('findWhat')}
        aria-label={t('find')}
        maxLength={200}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t('findActions')}>
            {actions.map((action) => (
              <Spotlight.Action
                key={action.label}
                label={t(action.label)}
                leftSection={<action.icon size={18} stroke={1.75} aria-hidden />}
                onClick={() => go(action.path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('findPages')}>
            {pages.map((entry) => (
              <Spotlight.Action
                key={entry.path}
                label={t(entry.label)}
                leftSection={<IconArrowRight size={18} stroke={1.75} aria-hidden />}
                onClick={() => go(entry.path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {hits
          .filter((group) => group.items.length > 0)
          .map(({ search, items }) => (
            <Spotlight.ActionsGroup key={search.label} label={t(search.label)}>
              {items.map((hit) => (
                <Spotlight.Action
                  key={hit.id}
                  label={hit.name}
                  leftSection={<search.icon size={18} stroke={1.75} aria-hidden />}
                  onClick={() => go(hit.path)}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        {nothing && <Spotlight.Empty>{t('findNothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
