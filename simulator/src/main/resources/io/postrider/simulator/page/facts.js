import { piece, remove } from './api.js';
import { confirmed, tell, tellProblem } from './dialogs.js';
import { fill, make } from './elements.js';
import { icon } from './icons.js';
import { count, day, exactClock, phoneNumber, span } from './numbers.js';
import { addressOf } from './places.js';
import { statePill } from './states.js';
import { say } from './words.js';

const MOST_VISITS = 20;

/** What is known of a message beside its text: how it ended and why, how it was written, and who opened its links. */
export function facts(removed) {
  const element = make('section.card.facts', { 'aria-label': say('facts.title'), hidden: true });
  return {
    element,
    clear: () => (element.hidden = true),
    show(message) {
      element.hidden = false;
      fill(element, headOf(message), listOf(message), visitsOf(message), endsOf(message, removed));
    },
  };
}

function headOf(message) {
  const took = message.endedAt ? span(new Date(message.endedAt) - new Date(message.submittedAt)) : '';
  const words = took && make('span.tiny.third', { text: say('facts.after', { span: took }) });
  const problem = message.problem && make('p.small.amber-text', { lang: 'en', text: message.problem });
  return make('div.fact-head', {}, make('div.line1', {}, statePill(message.state), words), problem);
}

function listOf(message) {
  const parts = say('facts.partsOf', { n: message.parts, present: count(message.partsPresent) });
  const rows = [
    ['facts.from', make('bdi', { text: phoneNumber(message.from) })],
    ['facts.to', make('a', { href: addressOf('phones', { phone: message.phone }), text: phoneNumber(message.phone) })],
    ['facts.at', make('time', { title: day(message.submittedAt), text: exactClock(message.submittedAt) })],
    [
      'facts.account',
      make(
        'span',
        {},
        `${message.account ?? '–'}, `,
        make('a', {
          href: addressOf('sessions', { id: message.session }),
          text: say('facts.session', { id: message.session }),
        }),
      ),
    ],
    [
      'facts.text',
      `${message.encoding}${message.flash ? `, ${say('phone.flash')}` : ''}, ${say('facts.units', { n: message.units })}`,
    ],
    ['facts.parts', message.duplicates > 0 ? `${parts}, ${say('facts.twice', { n: message.duplicates })}` : parts],
    ['facts.receipts', say('facts.acknowledged', { n: message.receiptsAcknowledged })],
  ];
  return make(
    'dl.facts-list.numbers',
    {},
    rows.flatMap(([name, value]) => [make('dt', { text: say(name) }), make('dd', {}, value)]),
  );
}

function visitsOf(message) {
  const visits = message.clicks ?? [];
  if (visits.length === 0) return null;
  const rows = visits.slice(0, MOST_VISITS).map((visit) =>
    make(
      'li',
      {},
      make(
        'span.line1',
        {},
        make('b', { text: say(visit.robot ? 'facts.robot' : 'facts.person') }),
        make('time.tiny.third.numbers', { text: clockOf(visit) }),
      ),
      make('span.tiny.second.cut', { text: `${visit.method} ${visit.link}`, title: visit.agent }),
      make('span.tiny.third', {
        text: visit.status ? say('facts.answered', { status: String(visit.status) }) : say('facts.noAnswer'),
      }),
    ),
  );
  return make('div', {}, make('h3', { text: say('facts.visits', { n: visits.length }) }), make('ul.visits', {}, rows));
}

const clockOf = (visit) => exactClock(visit.at);

function endsOf(message, removed) {
  const button = make('button.button.small.danger-text', { type: 'button' }, icon('trash', 14), say('facts.remove'));
  button.addEventListener('click', async () => {
    const question = { title: say('facts.removeTitle'), text: say('facts.removeText'), action: say('facts.remove') };
    if (!(await confirmed(question))) return;
    try {
      await remove(`messages/${piece(message.id)}`);
      tell(say('facts.removed'));
      removed();
    } catch (problem) {
      tellProblem(problem);
    }
  });
  return make('div.ends', {}, button);
}
