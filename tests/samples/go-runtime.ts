const scope = globalThis as { Go?: unknown };

let last: Promise<unknown> = Promise.resolve();

/** The Go runtime that the package imported last has left behind. */
export const goRuntime = (): unknown => scope.Go;

/**
 * Runs Go compiled to WebAssembly. Two packages do so, sh-syntax and @cdktn/hcl2json, and each expects its own runtime
 * in `globalThis.Go`: hence one at a time, with the runtime it needs.
 */
export function withGoRuntime<T>(runtime: unknown, run: () => Promise<T>): Promise<T> {
  const next = last.then(() => {
    scope.Go = runtime;
    return run();
  });
  last = next.catch(() => undefined);
  return next;
}
