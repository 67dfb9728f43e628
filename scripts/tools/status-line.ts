/** A stream that people or a log read. */
export type Screen = {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
};

/** Shows what a command is doing: on a terminal in one line that is rewritten, in a log in few plain lines. */
export type StatusLine = {
  /** What happens now, often: nothing in a log. */
  readonly show: (text: string) => void;
  /** What begins now, rarely: a line in a log. */
  readonly step: (text: string) => void;
  /** What stays to be read, on a terminal too. */
  readonly say: (text: string) => void;
  /** Leaves the terminal as if nothing had been shown. */
  readonly clear: () => void;
};

const usualColumns = 80;
const clearLine = "\r\u001b[2K";

/** One line of a terminal: a longer text would wrap, and what wraps is not rewritten. */
const fitted = (text: string, columns: number): string =>
  text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2))}…`;

const onTerminal = (screen: Screen): StatusLine => {
  let shown = "";
  const draw = (text: string): void => {
    const line = fitted(text, screen.columns || usualColumns);
    if (line !== shown) screen.write(`${clearLine}${line}`);
    shown = line;
  };
  const clear = (): void => {
    if (shown !== "") screen.write(clearLine);
    shown = "";
  };
  const say = (text: string): void => {
    const under = shown;
    clear();
    screen.write(`${text}\n`);
    if (under !== "") draw(under);
  };
  return { show: draw, step: draw, say, clear };
};

const inLog = (screen: Screen): StatusLine => {
  const say = (text: string): void => void screen.write(`${text}\n`);
  return { show: () => undefined, step: say, say, clear: () => undefined };
};

/** The status line of a stream; control characters are written to terminals only. */
export const statusLine = (screen: Screen): StatusLine =>
  screen.isTTY === true ? onTerminal(screen) : inLog(screen);

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
