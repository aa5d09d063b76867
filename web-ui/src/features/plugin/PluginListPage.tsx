import { Alert, Card, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugX, IconPuzzle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Mono, PageHeader, Pill } from '@/components';
import { api, ask, type Schema } from '@/lib/api';
import { brokenFirst } from './order';
import classes from './plugin.module.css';

type Plugin = Schema<'Plugin'>;

/** What the server can do by its plugins, and why a plugin does not run. */
export default function PluginListPage() {
  const { t } = useTranslation('plugin');
  const plugins = useQuery({
    queryKey: ['plugins'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/plugins', { signal })),
  });
  const items = plugins.data && brokenFirst(plugins.data.items);
  const broken = items?.filter((plugin) => !plugin.running).length ?? 0;
  return (
    <>
      <PageHeader title={t('list.title')} meta={items && t('list.count', { count: items.length, broken })} />
      {plugins.isError && !items && <ErrorState error={plugins.error} retry={() => void plugins.refetch()} />}
      {plugins.isPending && <Skeleton height={88} radius="md" />}
      {items?.length === 0 && (
        <EmptyState icon={IconPuzzle} title={t('list.empty')}>
          {t('list.how')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <ul className={classes.list} aria-label={t('list.caption')}>
            {items.map((plugin) => (
              <li key={plugin.file}>
                <PluginCard plugin={plugin} />
              </li>
            ))}
          </ul>
          <p className="pr-small pr-quiet">{t('list.how')}</p>
        </>
      )}
    </>
  );
}

function PluginCard({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation('plugin');
  return (
    <Card component="article">
      <div className={classes.head}>
        <h2 className={`${classes.name} pr-long`}>
          {plugin.id} {plugin.version && <span className="pr-quiet">{plugin.version}</span>}
        </h2>
        {plugin.running ? (
          <Pill meaning="green" icon={IconCircleCheck}>
            {t('state.running')}
          </Pill>
        ) : (
          <Pill meaning="red" icon={IconPlugX}>
            {t('state.broken')}
          </Pill>
        )}
      </div>
      {plugin.offers.length > 0 && (
        <p className={classes.line}>
          {plugin.offers.map((offer, i) => (
            <span key={`${offer.kind} ${offer.name}`}>
              {i > 0 && ', '}
              {t(`kind.${offer.kind}`)} <Mono>{offer.name}</Mono>
            </span>
          ))}
        </p>
      )}
      <p className={`${classes.line} pr-small pr-quiet pr-long`}>
        {plugin.provider && <>{t('list.by', { provider: plugin.provider })} · </>}
        <Mono>{plugin.file}</Mono>
      </p>
      {plugin.fault && (
        <Alert
          color="red"
          mt="md"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={t(`fault.${plugin.fault}`, { defaultValue: t('fault.other') })}
        >
          {/* The server's own words name the file, class or version; they are English. */}
          <p className={`${classes.line} pr-long`} lang="en">
            {plugin.error}
          </p>
          <span className="pr-mono pr-small pr-quiet">{plugin.fault}</span>
        </Alert>
      )}
    </Card>
  );
}
