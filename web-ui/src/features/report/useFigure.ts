import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/format/useFormat';
import { figure, type FigureId, type Figures } from './figures';

/** Writes figures, their names and how they changed, in the person's language. */
export function useFigure() {
  const { t } = useTranslation('report');
  const format = useFormat();
  const written = (id: FigureId, value: number | null): string => {
    if (value === null) return '–';
    const { kind } = figure(id);
    if (kind === 'share') return format.share(value);
    return kind === 'ratio' ? format.exact(Math.round(value * 100) / 100) : format.count(value);
  };
  const changed = (id: FigureId, by: number): string => {
    const size = Math.abs(by);
    if (size < 0.0005) return t('change.none');
    const text =
      figure(id).kind === 'share'
        ? t('change.points', { points: format.exact(rounded(size * 100)) })
        : format.count(rounded(size));
    return by > 0 ? `+${text}` : `−${text}`;
  };
  return {
    name: (id: FigureId) => t(`figure.${id}`),
    formula: (id: FigureId) => t(`formula.${id}`),
    value: (id: FigureId, figures: Figures) =>
      id === 'cost' ? format.costs(figures.cost) : written(id, figure(id).of(figures)),
    changed,
  };
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}
