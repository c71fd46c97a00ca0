/** What a promise has come to so far, without waiting for it: its value, its failure or 'pending'. */
export function watch(promise: Promise<unknown>): () => unknown {
  let outcome: unknown = 'pending';
  const settle = (result: unknown) => {
    outcome = result;
  };
  promise.then(settle, settle);
  return () => outcome;
}
