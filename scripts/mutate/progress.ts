/** A stream that people or a log read. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** In a log a line for each tenth tells enough. */
const linesInLog = 10;

/** Shows how many mutants have been tried: on a terminal in one line that changes, else in a line for each tenth. */
export function progressOn(screen: Screen): (tried: number, all: number) => void {
  let shown = 0;
  return (tried, all) => {
    const text = `${tried} of ${all} mutants tried`;
    if (screen.isTTY === true) {
      screen.write(tried === all ? "\r\u001b[2K" : `\r\u001b[2K${text}`);
      return;
    }
    const tenth = Math.floor((tried / all) * linesInLog);
    if (tenth > shown) screen.write(`${text}\n`);
    shown = Math.max(shown, tenth);
  };
}
