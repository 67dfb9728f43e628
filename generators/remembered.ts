/**
 * The same function, which answers once for each object: for what follows from a list of the model and nothing else. The object
 * must never change; when nobody has it any more, its answer is gone too.
 */
export function remembered<Of extends object, Answer>(make: (of: Of) => Answer): (of: Of) => Answer {
  const answers = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const known = answers.get(of);
    if (known) return known.answer;
    const answer = make(of);
    answers.set(of, { answer });
    return answer;
  };
}
