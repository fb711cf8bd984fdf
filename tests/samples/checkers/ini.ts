import type { Problem } from './problem.ts';

const comment = /^\s*[#;]/;
const section = /^\s*\[[^\]]+\]\s*(?:[#;].*)?$/;
const setting = /^\s*[\w][\w./:*$@ -]*\s*[=:]/;
/** A flag without a value, as in my.cnf. */
const flag = /^\s*[\w][\w.-]*\s*$/;

/** Lines of an INI file or systemd unit that are neither section, setting, flag nor comment, nor continue the line above. */
export function ini(code: string): Problem[] {
  const lines = code.split('\n');
  return lines.flatMap((text, index) => {
    const continues = lines[index - 1]?.endsWith('\\') ?? false;
    if (continues || [/^\s*$/, comment, section, setting, flag].some((form) => form.test(text))) return [];
    return [{ line: index + 1, message: `neither [section], key = value nor comment: ${text.trim()}` }];
  });
}
