/** The posted letter as a paper dart; the only place of its warm colour. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect width={24} height={24} rx={6} fill="#2F55D4" />
      <path
        d="M19 5 4.8 10.2l4.5 2.4M19 5l-5.2 14.2-2.6-5.4M19 5l-9.7 7.6"
        fill="none"
        stroke="#fff"
        strokeWidth={1.6}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M6.2 18.6l2.4-2.4" stroke="#FFB454" strokeWidth={1.8} strokeLinecap="round" />
    </svg>
  );
}
