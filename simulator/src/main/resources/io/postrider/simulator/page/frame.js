import { post } from './api.js';
import { confirmed, tell, tellProblem } from './dialogs.js';
import { fill, make, setText } from './elements.js';
import { icon, mark } from './icons.js';
import { live } from './live.js';
import { menu } from './menu.js';
import { zone } from './numbers.js';
import { addressOf, VIEWS } from './places.js';
import { chooseLanguage, LANGUAGES, say, spoken } from './words.js';

const ICONS = { messages: 'message', phones: 'phone', sessions: 'plug', faults: 'bolt', help: 'help' };
const THEMES = { system: 'system', light: 'sun', dark: 'moon' };
const STORED = 'simulator.theme';

/** What stands around every view: name, tabs, tools, and what the simulator is. */
export function frame(root, { signal, redraw }) {
  const title = make('h1', { tabindex: -1 });
  const holder = make('div');
  const tabs = new Map(VIEWS.map((view) => [view, tab(view)]));
  const main = make('main', { id: 'main', tabindex: -1 }, head(title, signal), holder);
  const top = bar([...tabs.values()], redraw);
  fill(root, skipTo(main), top, line(signal), main, footer());
  countFaults(tabs.get('faults'), signal);
  const enter = (view) => {
    setText(title, say(`view.${view}`));
    for (const each of tabs.values()) each.removeAttribute('aria-current');
    tabs.get(view).setAttribute('aria-current', 'page');
  };
  return { holder, title, enter };
}

function skipTo(main) {
  const skip = make('a.skip', { href: '#', text: say('frame.skip') });
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  return skip;
}

function bar(tabs, redraw) {
  const name = make('span', {}, 'Postrider ', make('b', { text: say('frame.simulator') }));
  const brand = make('a.brand', { href: addressOf('messages') }, mark(), name);
  const nav = make('nav.tabs', { 'aria-label': say('frame.views') }, tabs);
  return make('header.top', {}, brand, nav, make('div.tools', {}, languages(redraw), themes()));
}

function footer() {
  const times = make('span', { text: say('frame.zone', { zone: zone() }) });
  return make('footer.foot', {}, times, make('span.keys-hint', { text: say('frame.keys') }));
}

function tab(view) {
  return make('a.tab', { href: addressOf(view) }, icon(ICONS[view], 18), make('span', { text: say(`view.${view}`) }));
}

function countFaults(element, signal) {
  const number = make('span.count.numbers');
  element.append(number);
  const show = (statistics) => {
    const on = statistics?.faultsOn?.length ?? 0;
    number.hidden = on === 0;
    fill(number, String(on), make('span.unseen', { text: say('frame.faultsOn', { n: on }) }));
  };
  show(live.statistics);
  live.on('statistics', show, signal);
}

function head(title, signal) {
  const pill = make('span.pill.violet');
  const words = make('span');
  pill.append(icon('dice', 14), words);
  const meta = make('span.meta');
  const show = (statistics) => {
    pill.hidden = !statistics;
    if (!statistics) return;
    const { preset, seed, smppPort } = statistics;
    setText(words, say(preset ? 'frame.preset' : 'frame.seed', { preset, seed: String(seed) }));
    setText(meta, smppPort ? say('frame.smpp', { port: String(smppPort) }) : '');
  };
  show(live.statistics);
  live.on('statistics', show, signal);
  return make('div.head', {}, title, pill, meta, make('div.actions', {}, exports(), resetButton()));
}

function exports() {
  const button = make('button.button', { type: 'button' }, icon('down'), make('span', { text: say('frame.export') }));
  const entry = (file, name) =>
    make(
      'a',
      { href: `api/v1/export/${file}`, download: file },
      make('code', { text: file }),
      make('span.tiny.third', { text: say(name) }),
    );
  return menu(button, [entry('messages.jsonl', 'frame.jsonl'), entry('pdus.pcap', 'frame.pcap')]);
}

function resetButton() {
  const button = make('button.button', { type: 'button' }, icon('reset'), make('span', { text: say('frame.reset') }));
  button.addEventListener('click', async () => {
    const question = { title: say('reset.title'), text: say('reset.text'), action: say('reset.action') };
    if (!(await confirmed(question))) return;
    try {
      await post('reset');
      live.forget();
      tell(say('reset.done'));
    } catch (problem) {
      tellProblem(problem);
    }
  });
  return button;
}

function languages(redraw) {
  const buttons = LANGUAGES.map((each) => {
    const given = { type: 'button', lang: each, 'aria-pressed': String(each === spoken()), text: each.toUpperCase() };
    const button = make('button', { ...given, title: say(`language.${each}`) });
    button.addEventListener('click', () => {
      chooseLanguage(each);
      redraw();
    });
    return button;
  });
  return make('div.segments', { role: 'group', 'aria-label': say('frame.language') }, buttons);
}

function themes() {
  const now = () => document.documentElement.dataset.theme ?? 'system';
  const buttons = Object.entries(THEMES).map(([theme, name]) => {
    const word = say(`theme.${theme}`);
    const button = make('button', { type: 'button', title: word, 'aria-label': word, data: { theme } }, icon(name));
    button.addEventListener('click', () => {
      choose(theme);
      mark();
    });
    return button;
  });
  const mark = () => buttons.forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.theme === now())));
  mark();
  return make('div.segments', { role: 'group', 'aria-label': say('frame.theme') }, buttons);
}

function choose(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // It then lasts until the page is closed.
  }
}

/** Says so when the simulator does not answer. */
function line(signal) {
  const text = make('div.line', { role: 'status' });
  const show = (answers) => {
    text.classList.toggle('broken', answers === false);
    fill(text, answers === false && [icon('alert'), make('span', { text: say('frame.broken') })]);
  };
  show(live.answers);
  live.on('line', show, signal);
  return text;
}
