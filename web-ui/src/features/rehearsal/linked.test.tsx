import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { linked } from './linked';

it('makes links of addresses, without the sentence around them', () => {
  render(<p>{linked('Menu: https://shop.example/a?b=1&c=2. Or (http://x.example/y), <b>no</b>')}</p>);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'https://shop.example/a?b=1&c=2',
    'http://x.example/y',
  ]);
  expect(screen.getByText(/Menu/).textContent).toBe(
    'Menu: https://shop.example/a?b=1&c=2. Or (http://x.example/y), <b>no</b>',
  );
});

it('makes no link of anything that is no address of the web', () => {
  render(<p>{linked('javascript:alert(1) data:text/html,x shop.example')}</p>);
  expect(screen.queryByRole('link')).toBeNull();
});
