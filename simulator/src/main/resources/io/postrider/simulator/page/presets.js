import { get, piece, post } from './api.js';
import { sentence, tell, tellProblem } from './dialogs.js';
import { fill, make } from './elements.js';
import { live } from './live.js';
import { presetsInRussian } from './presetwords.ru.js';
import { say, spoken } from './words.js';

/** Operators ready made, each a button. */
class Presets {
  constructor(signal, chosen) {
    this.chosen = chosen;
    this.list = make('div.presets', { role: 'group', 'aria-label': say('presets.title') });
    const words = make('span.small.third', { text: say('presets.text') });
    const head = make('header', {}, make('h2', { text: say('presets.title') }), words);
    this.element = make('section.card', { 'aria-label': say('presets.title') }, head, this.list);
    live.on('statistics', () => this.#mark(), signal);
    live.on('back', () => this.#load(), signal);
    void this.#load();
  }

  async #load() {
    try {
      const { items } = await get('presets');
      fill(
        this.list,
        items.map((preset) => this.#button(preset)),
      );
      this.#mark();
    } catch (problem) {
      fill(this.list, make('p.problem', { role: 'alert', text: sentence(problem) }));
    }
  }

  #button(preset) {
    const given = { type: 'button', data: { preset: preset.name }, on: { click: () => this.#choose(preset) } };
    const russian = spoken() === 'ru' ? presetsInRussian[preset.name] : undefined;
    const words = make('span.tiny.third', { lang: russian ? 'ru' : 'en', text: russian ?? preset.description });
    return make('button.preset', given, make('b', { text: preset.name }), words);
  }

  async #choose({ name }) {
    try {
      const behaviour = await post(`presets/${piece(name)}`);
      live.tell('behaviour', behaviour);
      this.chosen(behaviour);
      tell(say('presets.done', { name }));
      await live.refresh();
    } catch (problem) {
      tellProblem(problem);
    }
  }

  #mark() {
    for (const button of this.list.querySelectorAll('[data-preset]')) {
      button.setAttribute('aria-pressed', String(button.dataset.preset === live.statistics?.preset));
    }
  }
}

export const presetsCard = (signal, chosen) => new Presets(signal, chosen).element;
