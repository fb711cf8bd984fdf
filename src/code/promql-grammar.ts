/** PromQL for the highlighter, which has no grammar of its own for it. */
export const promqlGrammar = {
  name: 'promql',
  scopeName: 'source.promql',
  repository: {},
  patterns: [
    { name: 'comment.line.promql', match: '#.*$' },
    { name: 'string.quoted.promql', match: '"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'|`[^`]*`' },
    { name: 'constant.numeric.duration.promql', match: '\\b\\d+(?:ms|[smhdwy])\\b' },
    { name: 'constant.numeric.promql', match: '\\b\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?\\b' },
    {
      name: 'keyword.operator.promql',
      match:
        '\\b(?:by|without|on|ignoring|group_left|group_right|offset|bool|and|or|unless|atan2)\\b|[=!]~|[!=<>]=|[-+*/%^<>=]',
    },
    { name: 'support.function.promql', match: '\\b[a-z_]+(?=\\s*(?:(?:by|without)\\b[^(]*\\([^)]*\\)\\s*)?\\()' },
    { name: 'variable.other.metric.promql', match: '[a-zA-Z_:][\\w:]*' },
  ],
};
