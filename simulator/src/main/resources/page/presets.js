import { get, piece, post } from './api.js';
import { sentence, tell, tellProblem } from './dialogs.js';
import { fill, make } from './elements.js';
import { live } from './live.js';
import { say } from './words.js';

/** Operators ready made, each a button. */
export function presetsCard(signal, chosen) {
  const list = make('div.presets', { role: 'group', 'aria-label': say('presets.title') });
  const mark = () => {
    for (const button of list.querySelectorAll('[data-preset]')) {
      button.setAttribute('aria-pressed', String(button.dataset.preset === live.statistics?.preset));
    }
  };
  async function choose(preset) {
    try {
      const behaviour = await post(`presets/${piece(preset.name)}`);
      live.tell('behaviour', behaviour);
      chosen(behaviour);
      tell(say('presets.done', { name: preset.name }));
      await live.refresh();
    } catch (problem) {
      tellProblem(problem);
    }
  }
  const button = (preset) => {
    const given = { type: 'button', data: { preset: preset.name }, on: { click: () => choose(preset) } };
    return make(
      'button.preset',
      given,
      make('b', { text: preset.name }),
      make('span.tiny.third', { lang: 'en', text: preset.description }),
    );
  };
  const load = async () => {
    try {
      fill(list, (await get('presets')).items.map(button));
      mark();
    } catch (problem) {
      fill(list, make('p.problem', { role: 'alert', text: sentence(problem) }));
    }
  };
  live.on('statistics', mark, signal);
  live.on('line', (answers) => answers && load(), signal);
  void load();
  const head = make(
    'header',
    {},
    make('h2', { text: say('presets.title') }),
    make('span.small.third', { text: say('presets.text') }),
  );
  return make('section.card', { 'aria-label': say('presets.title') }, head, list);
}
