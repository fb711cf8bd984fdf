import ts from 'typescript';
import { lineAt, type Problem } from './problem.ts';

function problemsIn(code: string, fileName: string): Problem[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ start, messageText }) => ({
    line: lineAt(code, start ?? 0),
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

/** Syntax errors of JavaScript, TypeScript's own syntax among them. */
export const javascript = (code: string): Problem[] => problemsIn(code, 'sample.js');

/** Syntax errors of TypeScript; types are not checked. */
export const typescript = (code: string): Problem[] => problemsIn(code, 'sample.ts');
