import { useTranslation } from 'react-i18next';
import { Figure, KpiRow } from '@/components';
import { change, SETS, SHARES, shown, type FigureId, type Report, type SetName } from './figures';
import classes from './report.module.css';
import { useFigure } from './useFigure';

function Change({ id, report }: { id: FigureId; report: Report }) {
  const { changed } = useFigure();
  const found = change(id, report.totals, report.previous);
  if (!found) return null;
  const meaning = found.good === undefined ? undefined : found.good ? 'green' : 'red';
  return (
    <span className={classes.change} data-meaning={meaning}>
      {found.by !== 0 && <span aria-hidden>{found.by > 0 ? '↑ ' : '↓ '}</span>}
      {changed(id, found.by)}
    </span>
  );
}

interface KpisProps {
  report: Report;
  set: SetName;
  /** Whether there is a period before that one can compare with. */
  compared: boolean;
  busy: boolean;
}

/** The sums of the period, and how they differ from the period before. */
export function Kpis({ report, set, compared, busy }: KpisProps) {
  const { t } = useTranslation('report');
  const { name, value, formula } = useFigure();
  return (
    <KpiRow busy={busy}>
      {shown(SETS[set].loud, report).map((id) => {
        const share = SHARES[id];
        return (
          <Figure
            key={id}
            label={<span title={formula(id)}>{name(id)}</span>}
            value={value(id, report.totals)}
            note={
              <>
                {share && (
                  <span className={classes.share}>{t(`share.${share}`, { value: value(share, report.totals) })}</span>
                )}
                {compared && <Change id={share && share !== 'partsEach' ? share : id} report={report} />}
              </>
            }
          />
        );
      })}
    </KpiRow>
  );
}
