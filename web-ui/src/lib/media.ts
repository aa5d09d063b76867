/** Screens at most so wide are phones: one column, tables become rows, the rail becomes tabs. */
export const PHONE = '(max-width: 720px)';
