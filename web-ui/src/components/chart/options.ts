import type { EChartsCoreOption } from 'echarts/core';
import { isLying, type ChartContent, type Series } from './series';

/** Reads a colour of the design language as it is in the theme now. */
export type Colour = (name: string) => string;

function oneSeries(series: Series, content: ChartContent, colour: Colour) {
  const solid = colour(`--pr-${series.meaning}`);
  const base = { name: series.name, data: series.values, color: solid };
  if (content.kind === 'line') {
    const dashed = series.hatched ? { type: 'dashed' as const } : {};
    return { ...base, type: 'line', showSymbol: content.categories.length < 2, lineStyle: { width: 1.75, ...dashed } };
  }
  const hatch = {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [2, 3],
    rotation: Math.PI / 4,
    color: colour('--pr-surface'),
  };
  return {
    ...base,
    type: 'bar',
    barMaxWidth: 28,
    ...(content.kind.startsWith('stack') ? { stack: 'all' } : {}),
    itemStyle: {
      borderColor: colour('--pr-surface'),
      borderWidth: content.kind.startsWith('stack') ? 1 : 0,
      ...(series.hatched ? { decal: hatch } : {}),
    },
  };
}

/** What ECharts is told; nothing in it makes HTML, which the security policy would not style. */
export function chartOptions(
  content: ChartContent,
  colour: Colour,
  fontFamily: string,
  still: boolean,
): EChartsCoreOption {
  const label = { color: colour('--pr-ink3'), fontSize: 11, fontFamily };
  const line = { lineStyle: { color: colour('--pr-line') } };
  const lying = isLying(content.kind);
  const names = {
    type: 'category',
    data: content.categories,
    inverse: lying,
    boundaryGap: content.kind !== 'line',
    axisTick: { show: false },
    axisLine: line,
    axisLabel: { ...label, hideOverlap: true, ...(lying ? { width: 180, overflow: 'truncate' } : {}) },
  };
  const values = {
    type: 'value',
    minInterval: 1,
    splitNumber: 4,
    splitLine: line,
    axisLabel: { ...label, hideOverlap: true, formatter: content.format },
  };
  return {
    animation: !still,
    animationDuration: 180,
    // A line ends at the edge, and half of a name beside its last point needs room there.
    grid: {
      left: 4,
      right: content.kind === 'line' ? 24 : 12,
      top: 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('--pr-surface'),
      borderColor: colour('--pr-line'),
      textStyle: { color: colour('--pr-ink'), fontSize: 12, fontFamily },
      axisPointer: { type: content.kind === 'line' ? 'line' : 'shadow', lineStyle: { color: colour('--pr-field') } },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? content.format(value) : '–'),
    },
    series: content.series.map((series) => oneSeries(series, content, colour)),
  };
}
