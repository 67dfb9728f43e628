// What Node says of the calls that led somewhere. The little of it that is needed is described here, and not imported: definitions
// are compiled together with the language, and would be with the types of all of Node.

/** A call, as V8 describes it. */
export interface CallSite {
  getFileName(): string | null | undefined;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

/** What runs, in a file as Node names it. */
export interface Frame {
  readonly file: string;
  /** Looked for only when it is asked for. */
  readonly line: () => number;
}

/** What V8 adds to the constructor of errors. */
interface ErrorMaker {
  readonly prototype: Error;
  stackTraceLimit?: number;
  prepareStackTrace?(error: Error, sites: readonly CallSite[]): unknown;
  captureStackTrace?(of: object, above: (...args: never[]) => unknown): void;
}

const errors: ErrorMaker = Error;

/**
 * The calls that led to the one of a function, the nearest first.
 *
 * @param depth so many at most; left out: as many as a stack has
 */
export function callSites(
  above: (...args: never[]) => unknown,
  depth = errors.stackTraceLimit,
): readonly CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = errors;
  let found: readonly CallSite[] = [];
  errors.prepareStackTrace = (_error, sites) => {
    found = sites;
    return "";
  };
  Object.assign(errors, { stackTraceLimit: depth });
  const called = { stack: "" };
  errors.captureStackTrace?.(called, above);
  // It is prepared when somebody reads it.
  void called.stack;
  Object.assign(errors, { stackTraceLimit, prepareStackTrace });
  return found;
}

/** The calls that led here, as the stack has them in words. */
export function framesInStack(): Frame[] {
  return (new Error().stack ?? "")
    .split("\n")
    .slice(1)
    .flatMap((frame) => {
      // A folder may have brackets in its name, behind a space too.
      const match = /at (?:async )?(?:(?!file:|\/|[A-Z]:\\).*? \()?(.+?):(\d+):\d+\)?$/.exec(frame);
      return match?.[1] && match[2] ? [{ file: match[1], line: () => Number(match[2]) }] : [];
    });
}

/** The path of a file that a frame names, by its path or by its address. */
export function pathOfFile(file: string): string {
  if (!file.startsWith("file://")) return file;
  const path = decodeURIComponent(withoutQuery(file).slice("file://".length));
  // On Windows a disk, such as /C:/…, or another computer: //computer/….
  if (/^\/[A-Za-z]:\//.test(path)) return path.slice(1).replaceAll("/", "\\");
  return path.startsWith("/") ? path : `\\\\${path.replaceAll("/", "\\")}`;
}

/** Loaders add a query such as ?t=123 to tell two versions of a file apart. One in the name of a folder is written otherwise in an address. */
function withoutQuery(address: string): string {
  return address.replace(/\?.*$/, "");
}
