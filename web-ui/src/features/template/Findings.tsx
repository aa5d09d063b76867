import { Button, Card } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api';
import { useProblemText } from '@/lib/i18n/useProblemText';
import { groups, replaced, type CulpritGroup } from './alphabet';
import classes from './template.module.css';

type Preview = Schema<'Preview'>;
const ICONS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle };

function Finding(props: { level: keyof typeof ICONS; title: ReactNode; why?: ReactNode; action?: ReactNode }) {
  const { level, title, why, action } = props;
  const Picture = ICONS[level];
  return (
    <li className={classes.finding} data-level={level}>
      <Picture size={18} aria-hidden />
      <div className={classes.said}>
        <b className="pr-long">{title}</b>
        {why && <div className="pr-second">{why}</div>}
      </div>
      {action}
    </li>
  );
}

/** The characters that make the parts shorter, calmly when the language needs them. */
function Culprits({ preview, text, onText }: { preview: Preview; text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('template');
  const found = groups(preview.culprits ?? []);
  const first = found[0];
  if (!first) return null;
  const now = preview.parts?.length ?? 0;
  const better = preview.replaced;
  const shown = (group: CulpritGroup) => <mark className={classes.token}>{group.character}</mark>;
  if (!better) {
    return (
      <Finding level="info" title={t('look.needed')} why={t('look.neededWhy', { of: preview.unitsPerPart ?? 0 })} />
    );
  }
  const next = replaced(text, found);
  const count = preview.culpritCount ?? 0;
  return (
    <Finding
      level="warning"
      title={
        <>
          {t('look.culprits', { count })}{' '}
          {found.slice(0, 8).map((group, i) => (
            <span key={i}>{shown(group)} </span>
          ))}
          {count === 1 && t('look.at', { at: first.first + 1 })}
        </>
      }
      why={
        <>
          {t('look.parts', { now, then: better.parts })} {next === text && t('look.fromPeople')}
        </>
      }
      action={
        next !== text && (
          <Button size="xs" onClick={() => onText(next)}>
            {found.length === 1 ? t('look.replaceWith', { text: first.replacement ?? '' }) : t('look.replaceAll')}
          </Button>
        )
      }
    />
  );
}

interface FindingsProps {
  problems: Schema<'TemplateProblem'>[];
  preview: Preview | undefined;
  error: unknown;
  text: string;
  onText: (text: string) => void;
  goTo: (line: number, column: number) => void;
}

/** What the author should look at, the worst first. */
export function Findings({ problems, preview, error, text, onText, goTo }: FindingsProps) {
  const { t } = useTranslation('template');
  const say = useProblemText();
  const missing = preview?.missing ?? [];
  const count =
    problems.length +
    (error ? 1 : 0) +
    (preview?.refused ? 1 : 0) +
    (preview?.culpritCount ? 1 : 0) +
    (missing.length ? 1 : 0);
  if (count === 0) return null;
  return (
    <Card padding={0} component="section" aria-labelledby="template-findings" aria-live="polite">
      <header className={classes.head}>
        <h2 id="template-findings">{t('look.title')}</h2>
        <span className="pr-quiet">{t('look.count', { count })}</span>
      </header>
      <ul className={classes.findings}>
        {error !== null && error !== undefined && <Finding level="error" title={say.error(error)} />}
        {problems.map((problem) => (
          <Finding
            key={`${problem.line}-${problem.column}-${problem.code}`}
            level={problem.severity}
            title={say.sentence({ code: problem.code, detail: problem.sentence })}
            action={
              <Button size="xs" onClick={() => goTo(problem.line, problem.column)}>
                {t('look.goTo', { line: problem.line, column: problem.column })}
              </Button>
            }
          />
        ))}
        {preview?.refused && (
          <Finding
            level="warning"
            title={t('look.refused')}
            why={say.sentence({ code: preview.refused.code, detail: preview.refused.sentence })}
          />
        )}
        {preview && <Culprits preview={preview} text={text} onText={onText} />}
        {missing.length > 0 && (
          <Finding level="info" title={t('look.missing', { count: missing.length })} why={missing.join(', ')} />
        )}
      </ul>
    </Card>
  );
}
