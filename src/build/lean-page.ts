/**
 * A built page without what Starlight 0.42 and Expressive Code 0.44 link to and this site does not use: Starlight's style sheet
 * for print (ours is `styles/print.css`) and the script that makes wide code reachable (ours is `reach-scrollers.ts`, for
 * tables and pictures too), each a request of every first visit; and the direction of each piece of code, in a guide that has
 * no text from right to left.
 */
export const leanPage = (html: string): string =>
  html
    .replace(/<link rel="stylesheet" href="[^"]*\/print\.[^"]*\.css" media="print">/, '')
    .replace(/<script type="module" src="[^"]*\/ec\.[^"]*\.js"><\/script>/, '')
    .replace(/(<(?:code|pre)\b[^>]*?) dir="(?:auto|ltr)"/g, '$1');
