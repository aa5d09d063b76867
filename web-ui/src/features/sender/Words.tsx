import { useTranslation } from 'react-i18next';
import { Mono } from '@/components';
import { said } from './words';

/** What a gateway says, in the person's language where it is known here; with the code of the operator. */
export function Words({ text, code = '' }: { text: string; code?: string }) {
  const { t, i18n } = useTranslation('sender');
  const found = said(text);
  const known = found && i18n.exists(found.key, { ns: 'sender' }) ? found : undefined;
  const shown = found?.code ?? code;
  return (
    <>
      {known ? (
        <span title={text}>{t(known.key, known.values ?? {})}</span>
      ) : (
        <bdi lang="en">{text || t('live.noWords')}</bdi>
      )}
      {known?.rest && (
        <>
          {' '}
          <Words text={known.rest} />
        </>
      )}
      {shown && (
        <>
          {' '}
          <Mono>{shown}</Mono>
        </>
      )}
    </>
  );
}
