/** Starlight's own words, where ours differ. */
export const uiStrings = {
  'skipLink.label': 'Skip to the text',
  'sidebarNav.accessibleLabel': 'Contents of the guide',
  'tableOfContents.onThisPage': 'On this page',
  'tableOfContents.overview': 'Top',
  'expressiveCode.copyButtonTooltip': 'Copy',
  'expressiveCode.copyButtonCopied': 'Copied',
  'expressiveCode.terminalWindowFallbackTitle': 'Terminal',
};
