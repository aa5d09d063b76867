import { make, setText } from './elements.js';
import { live } from './live.js';
import { count, decimal } from './numbers.js';
import { addressOf } from './places.js';
import { say } from './words.js';

/** Name, where it leads, the figure, its unit, and the line below. */
const FIGURES = [
  [
    'received',
    addressOf('messages'),
    (all) => count(all.messages),
    () => '',
    (all) => say('figure.parts', { n: all.submitted }),
  ],
  [
    'speed',
    addressOf('sessions'),
    (all) => count(all.rate),
    () => say('figure.perSecond'),
    (all) => say('figure.latency', { ms: decimal(all.latency) }),
  ],
  [
    'receipts',
    addressOf('messages'),
    (all) => count(all.receipts),
    () => '',
    (all) => say('figure.waiting', { n: all.receiptsWaiting }),
  ],
  ['throttled', addressOf('faults'), (all) => count(all.throttled), () => '', throttleOf],
  ['sessions', addressOf('sessions'), (all) => count(all.sessions), () => '', windowOf],
  [
    'opened',
    addressOf('phones'),
    (all) => count(all.clicks),
    () => '',
    (all) => say('figure.robots', { n: all.robotVisits }),
  ],
];

function throttleOf(all) {
  const most = live.behaviour?.faults?.throttle ?? 0;
  return most > 0 ? say('figure.throttle', { n: most }) : say('figure.refused', { n: all.refused });
}

function windowOf(all) {
  const open = live.sessions.reduce((sum, session) => sum + (session.unanswered ?? 0), 0);
  return open > 0 ? say('figure.unanswered', { n: open }) : say('figure.bound', { n: all.binds });
}

/** The row of figures; each leads to what is behind it. */
export function figuresRow(signal) {
  const cells = FIGURES.map(([name, address, value, unit, below]) => {
    const number = make('span');
    const small = make('small');
    const under = make('span.under', { text: '\u00a0' });
    const cell = make(
      'a',
      { href: address },
      make('span.name', { text: say(`figure.${name}`) }),
      make('span.value', {}, number, ' ', small),
      under,
    );
    const show = (all) => {
      setText(number, value(all));
      setText(small, unit(all));
      setText(under, below(all));
    };
    return { cell, show, number };
  });
  const show = () => {
    for (const each of cells) {
      if (live.statistics) each.show(live.statistics);
      else setText(each.number, '–');
    }
  };
  show();
  live.on('statistics', show, signal);
  return make(
    'section.card.figures.numbers',
    { 'aria-label': say('figure.title') },
    cells.map((each) => each.cell),
  );
}
