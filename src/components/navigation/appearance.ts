/** Where the reader's choice of light or dark is kept on this device; nothing is kept for "as the system". */
export const appearanceKey = 'appearance';

/**
 * Runs before the first paint. Without storage, without JavaScript or with a value that is not ours, the
 * page follows the system.
 */
export const appearanceScript = `try{const a=localStorage.getItem('${appearanceKey}');if(a==='light'||a==='dark')document.documentElement.dataset.appearance=a}catch{}`;
