/**
 * A reference as text fields must write it: `<Ref id="…">words</Ref>`, `<Ref id="…" anchor="…">words</Ref>`, or either
 * without words, closed by ` />`. Its groups are the id, the anchor and the words.
 */
export const reference = /<Ref\s+id="([^"]+)"(?:\s+anchor="([^"]+)")?\s*(?:\/>|>([\s\S]*?)<\/Ref>)/g;
