import type { ReactNode } from 'react';

const LINK = /(https?:\/\/[^\s<>"]+)/;
const END = /[.,;:!?)\]]+$/;

/** A text as a phone shows it: its addresses can be opened. */
export function linked(text: string): ReactNode[] {
  return text.split(LINK).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const end = END.exec(piece)?.[0] ?? '';
    const address = piece.slice(0, piece.length - end.length);
    return (
      <span key={i}>
        <a href={address} target="_blank" rel="noreferrer noopener">
          {address}
        </a>
        {end}
      </span>
    );
  });
}
