import { definePlugin, type ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { selectAll, type Element, type ElementContent } from '@astrojs/starlight/expressive-code/hast';

/** Takes the wrapper off words that the highlighter gives the colour they have anyway: a tenth of a page's code markup. */
export const plainInk = (): ExpressiveCodePlugin =>
  definePlugin({
    name: 'plain-ink',
    hooks: {
      postprocessRenderedBlock: ({ config, renderData }) => {
        const ink = config.themes.map(({ fg }) => fg.toUpperCase());
        const isPlain = (node: ElementContent): node is Element =>
          node.type === 'element' &&
          node.tagName === 'span' &&
          String(node.properties['style']).toUpperCase() ===
            ink.map((colour, index) => `--${index}:${colour}`).join(';');
        for (const code of selectAll('.ec-line .code', renderData.blockAst)) {
          code.children = code.children.flatMap((node) => (isPlain(node) ? node.children : [node]));
        }
      },
    },
  });
