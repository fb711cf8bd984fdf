import { withGoRuntime } from '../go-runtime.ts';
import { messageOf, type Problem } from './problem.ts';

/** Where HashiCorp's parser stops in Terraform or other HCL. */
export async function hcl(code: string): Promise<Problem[]> {
  try {
    await withGoRuntime(undefined, async () => (await import('@cdktn/hcl2json')).parse('sample.tf', code));
    return [];
  } catch (error) {
    const [, line, reason] = /sample\.tf:(\d+),[\d,-]+: (.*?)\s*(?:sample\.tf:|\]?$)/s.exec(messageOf(error)) ?? [];
    if (reason === undefined) throw error;
    return [{ line: Number(line), message: reason }];
  }
}
