import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import classes from './Chart.module.css';
import { chartOptions } from './options';
import { isLying, type ChartContent } from './series';

register([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

const LEAST = 240;
const ROW = 28;

/** Draws a chart. It is a picture to those who do not see it: the table beside it says the same. */
export default function Plot({ content, label }: { content: ChartContent; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme('light');
  const { fontFamily } = useMantineTheme();
  const still = useReducedMotion();
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, undefined, { renderer: 'canvas' });
    chart.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    chart.current?.setOption(chartOptions(content, colour, fontFamily ?? '', still), { notMerge: true });
  }, [content, scheme, fontFamily, still]);
  const height = isLying(content.kind) ? Math.max(LEAST, content.categories.length * ROW + ROW) : LEAST;
  return <div ref={place} className={classes.plot} style={{ height }} role="img" aria-label={label} />;
}
