import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';
import { plainInk } from './plain-ink.ts';
import { promqlGrammar } from './promql-grammar.ts';
import { terminalSession } from './terminal-session.ts';

/** How fenced code looks: the paper and ink of the page, one hairline, captions in the text font. */
export const codeBlocks: StarlightExpressiveCodeOptions = {
  themes: ['github-light-high-contrast', 'github-dark-dimmed'],
  useStarlightDarkModeSwitch: false,
  useStarlightUiThemeColors: false,
  useDarkModeMediaQuery: true,
  themeCssSelector: ({ type }) => `:root[data-appearance='${type}']`,
  // The page's own script adds copy buttons that copy the commands of a session without their output.
  frames: { showCopyToClipboardButton: false },
  plugins: [terminalSession(), plainInk()],
  shiki: { langs: [promqlGrammar] },
  defaultProps: { wrap: false, overridesByLang: { text: { wrap: true, hangingIndent: 2 } } },
  styleOverrides: {
    borderRadius: '3px',
    borderColor: 'var(--hairline)',
    codeBackground: 'var(--paper-code)',
    codeForeground: 'var(--ink)',
    codeFontFamily: 'var(--font-mono)',
    codeFontSize: '0.8125rem',
    codeLineHeight: '1.55',
    codePaddingBlock: '0.75rem',
    codePaddingInline: '1rem',
    uiFontFamily: 'var(--font-text)',
    uiFontSize: '0.8125rem',
    focusBorder: 'var(--accent)',
    frames: {
      frameBoxShadowCssValue: 'none',
      editorActiveTabBackground: 'transparent',
      editorActiveTabForeground: 'var(--ink-soft)',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabIndicatorBottomColor: 'transparent',
      editorActiveTabBorderColor: 'transparent',
      editorTabBarBackground: 'transparent',
      editorTabBarBorderColor: 'transparent',
      editorTabBarBorderBottomColor: 'var(--hairline)',
      editorBackground: 'var(--paper-code)',
      terminalBackground: 'var(--paper-code)',
      terminalTitlebarBackground: 'transparent',
      terminalTitlebarForeground: 'var(--ink-soft)',
      terminalTitlebarBorderBottomColor: 'var(--hairline)',
      terminalTitlebarDotsOpacity: '0',
    },
    textMarkers: { markBackground: 'var(--mark)', markBorderColor: 'var(--accent)' },
  },
};
