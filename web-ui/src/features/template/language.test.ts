import { describe, expect, it } from 'vitest';
import { literals, placeOf, spans, tags } from './language';

const texts = (text: string, found: { from: number; to: number }[]) =>
  found.map(({ from, to }) => text.slice(from, to));

describe('the language of templates', () => {
  it('knows a tag from a brace that is text', () => {
    const text = '{ }, {5}, \\{lead._fname}, \\{{lead._fname}}, \\\\{lead._fname} {$item}';
    expect(texts(text, tags(text))).toEqual(['{lead._fname}', '{$item}']);
  });

  it('ends a tag after its quotes, not in them', () => {
    const text = 'a{if lead.x equal "}"}b{end}{{#if (and lead.vip lead.y)}}c{{/if}}';
    expect(texts(text, tags(text))).toEqual([
      '{if lead.x equal "}"}',
      '{end}',
      '{{#if (and lead.vip lead.y)}}',
      '{{/if}}',
    ]);
    expect(texts(text, literals(text))).toEqual(['a', 'b', 'c']);
  });

  it('lets a tag that is not closed end before the next one or the line', () => {
    const text = 'Hi {lead._fname, {lead._city}\n{if lead.x\nlast';
    expect(texts(text, tags(text))).toEqual(['{lead._fname, ', '{lead._city}', '{if lead.x']);
  });

  it('gives each word of a tag its kind, and links outside of tags', () => {
    const text =
      '{if lead.age greater 18 and lead._city equal "Moscow"}https://a.example/x{{! note }}{end}{lead._fname}';
    const kinds = spans(text).map((span) => `${span.kind} ${text.slice(span.from, span.to)}`);
    expect(kinds).toContain('keyword if');
    expect(kinds).toContain('operator greater');
    expect(kinds).toContain('number 18');
    expect(kinds).toContain('operator and');
    expect(kinds).toContain('string "Moscow"');
    expect(kinds).toContain('comment {{! note }}');
    expect(kinds).toContain('value {lead._fname}');
    expect(kinds).toContain('link https://a.example/x');
  });

  it('underlines the tag or the word at a line and column', () => {
    const text = 'one\nHello {lead._fname} {if lead.x equals 1}';
    expect(texts(text, [placeOf(text, 2, 7), placeOf(text, 2, 32)])).toEqual(['{lead._fname}', 'equals']);
    expect(placeOf('ab', 9, 9)).toEqual({ from: 1, to: 2 });
  });
});
