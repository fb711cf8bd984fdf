import { definePlugin, type ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, selectAll, type Element, type ElementContent } from '@astrojs/starlight/expressive-code/hast';
import { sessionLines } from './session.ts';

/**
 * Marks each line of a `console` block as command or output, so that the two can look different. Their colours come from
 * the style sheet: the highlighter's own, set on every word, are taken off.
 */
export const terminalSession = (): ExpressiveCodePlugin =>
  definePlugin({
    name: 'terminal-session',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        if (codeBlock.language !== 'console') return;
        const kinds = sessionLines(codeBlock.getLines().map(({ text }) => text));
        selectAll('.ec-line', renderData.blockAst).forEach((line, index) => {
          const kind = kinds[index];
          if (kind) addClassName(line, `session-${kind}`);
          for (const code of selectAll('.code', line)) code.children = withoutColours(code.children);
        });
      },
    },
  });

const isColoured = ({ tagName, properties }: Element) =>
  tagName === 'span' && String(properties['style'] ?? '').startsWith('--0:');

const withoutColours = (nodes: ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    const children = withoutColours(node.children);
    return isColoured(node) ? children : [{ ...node, children }];
  });
