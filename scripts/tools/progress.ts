// What takes longer than this wants an explanation.
const patienceMs = 1_000;

/** Runs `work`, and says the line once when it takes more than a second. */
export const withProgress = async <Result>(
  line: string,
  say: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> => {
  const timer = setTimeout(() => say(line), patienceMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
};
