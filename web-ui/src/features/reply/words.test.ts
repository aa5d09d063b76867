import { describe, expect, it } from 'vitest';
import { errorOf, isAlways, plain, stateOf, turned, withLanguage, wordsOf, type Standard } from './words';

function language(code: string, stop: string[], start: string[], help: string[]): Standard {
  const words = (list: string[]) => list.map((word) => ({ word, everyday: false }));
  return { language: code, stop: words(stop), start: words(start), help: words(help) };
}

const EN = language('en', ['STOP', 'OPT OUT', 'OPT-OUT'], ['START'], ['HELP', 'INFO']);
const DE = language('de', ['STOP', 'ABMELDEN'], ['START'], ['HILFE', 'INFO']);
const HR = language('hr', ['STOP', 'ODJAVA'], ['START'], ['INFO']);
const SL = language('sl', ['STOP', 'ODJAVA'], ['START'], ['INFO']);
const ALL = [EN, DE, HR, SL];

describe('the words of replies', () => {
  it('are the same in any case, with or without accents and hyphens, but not without their vowels', () => {
    expect(plain('Arrêt')).toBe(plain('ARRET'));
    expect(plain('opt-out')).toBe(plain('OPT OUT'));
    expect(plain('रोकें')).not.toBe(plain('रोको'));
  });

  it('STOP and СТОП cannot be turned off', () => {
    expect([isAlways('stop'), isAlways('Стоп'), isAlways('STOPP')]).toEqual([true, true, false]);
    expect(wordsOf(DE)).toEqual(['ABMELDEN', 'START', 'HILFE', 'INFO']);
  });

  it('are turned off once, however often they are written, and on again', () => {
    expect(turned(['HELP'], ['OPT OUT', 'OPT-OUT'], false)).toEqual(['HELP', 'OPT OUT']);
    expect(turned(['HELP', 'opt out'], ['OPT-OUT'], true)).toEqual(['HELP']);
  });

  it('of a language are on, and off but for what others need', () => {
    expect(stateOf(ALL, [], DE)).toBe('on');
    const off = withLanguage(ALL, [], DE, false);
    expect(off).toEqual(['ABMELDEN', 'HILFE']);
    expect(stateOf(ALL, off, DE)).toBe('off');
    expect(stateOf(ALL, off, EN)).toBe('on');
    expect(withLanguage(ALL, off, DE, true)).toEqual([]);
  });

  it('of a language count in part', () => {
    expect(stateOf(ALL, ['HILFE'], DE)).toBe('some');
  });

  it('that only two languages share go with the last of the two', () => {
    const all = [EN, HR, SL];
    const off = withLanguage(all, [], HR, false);
    expect(off).toEqual(['ODJAVA']);
    expect([stateOf(all, off, HR), stateOf(all, off, SL), stateOf(all, off, EN)]).toEqual(['off', 'off', 'on']);
  });

  it('have their error beside their list', () => {
    expect(errorOf({ 'stop.1': 'Twice.', text: 'No.' }, 'stop')).toBe('Twice.');
    expect(errorOf({ 'stop.1': 'Twice.' }, 'start')).toBeUndefined();
  });
});
