/** A wrong hypothesis that begins with a quotation: what one might say, and then the evidence that rules it out. */
export function wrongTurn(text: string): { said?: string; truth: string } {
  const match = /^['‘]([\s\S]+?[.!?])['’]\s+([\s\S]+)$/.exec(text.trim());
  return match ? { said: match[1]!, truth: match[2]! } : { truth: text };
}
