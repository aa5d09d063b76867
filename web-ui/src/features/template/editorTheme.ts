import { EditorView } from '@codemirror/view';

const MONO = 'var(--mantine-font-family-monospace)';

/** The editor in the colours of the product; they follow light and dark by themselves. */
export const theme = EditorView.theme({
  '&': { fontSize: '14px', color: 'var(--pr-ink)', backgroundColor: 'var(--pr-surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: MONO, lineHeight: '26px', minHeight: '182px', maxHeight: '60vh', overflow: 'auto' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--pr-ink)', minWidth: '0' },
  '.cm-line': { padding: '0 16px 0 4px', overflowWrap: 'anywhere' },
  '.cm-cursor': { borderLeftColor: 'var(--pr-ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--pr-ink3)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px', minWidth: '34px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--pr-accent) 28%, transparent)',
  },
  '.pr-value': { color: 'var(--pr-accent-t)', background: 'var(--pr-accent-b)', borderRadius: '4px', padding: '1px 0' },
  '.pr-logic': { color: 'var(--pr-violet-t)' },
  '.pr-keyword': { color: 'var(--pr-violet-t)', fontWeight: '700' },
  '.pr-operator': { color: 'var(--pr-violet-t)' },
  '.pr-field': { color: 'var(--pr-accent-t)' },
  '.pr-string': { color: 'var(--pr-green-t)' },
  '.pr-number': { color: 'var(--pr-sky-t)' },
  '.pr-comment': { color: 'var(--pr-ink3)', fontStyle: 'italic' },
  '.pr-link': { color: 'var(--pr-sky-t)', textDecoration: 'underline', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--pr-red)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--pr-amber)' },
  '.cm-tooltip': {
    color: 'var(--pr-ink)',
    backgroundColor: 'var(--pr-surface)',
    border: '1px solid var(--pr-line)',
    borderRadius: '8px',
    boxShadow: 'var(--pr-pop)',
    maxWidth: 'min(480px, 92vw)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete': { overflow: 'visible' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: MONO, fontSize: '13px', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--pr-ink)',
    background: 'var(--pr-accent-b)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { color: 'var(--pr-ink3)', fontStyle: 'normal', fontFamily: 'var(--mantine-font-family)' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 10px', overflowWrap: 'anywhere' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeftWidth: '3px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--pr-red)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--pr-amber)' },
});
