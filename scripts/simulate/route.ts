import type { IncomingHttpHeaders } from "node:http";

/** What a simulated program is asked. */
export interface Request {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** What it answers; "hang up" closes the connection without a word. */
export type Answer =
  { readonly status: number; readonly contentType: string; readonly body: string } | "hang up";

/** `http://localhost:8080`, as it is written: URL would leave the port of `https://localhost:443` out. */
export function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/.exec(url)?.[0] ?? url;
}

/** The path of a URL, `/` where it has none. */
export function pathOf(url: string): string {
  return new URL(url).pathname;
}

/** What is at one path of one address. */
export interface Route {
  /** `http://localhost:8080` as the definitions write it. */
  readonly origin: string;
  readonly path: string;
  readonly answer: (request: Request) => Promise<Answer>;
  /** True: where another job asks the same path, and this answer is no failure, the other's is given. */
  readonly isMadeUp?: boolean;
  /** True: what is asked below the path, and is nowhere itself, is answered too. */
  readonly answersBelow?: boolean;
  /** What the certificate of an https address is, asked at each connection; undefined: it hangs up. Left out: nothing is wrong with it. */
  readonly certificate?: () => ShownCertificate | undefined;
}

/** What a client sees of the certificate of an address. */
export interface ShownCertificate {
  /** Undefined: a time that alarms nobody. */
  readonly until: Date | undefined;
  /** Whether a client takes it that checks by whom it is signed. */
  readonly isTrusted: boolean;
}

const plainText = "text/plain; charset=utf-8";

export const text = (status: number, body: string): Answer => ({
  status,
  contentType: plainText,
  body: `${body}\n`,
});

export const json = (status: number, value: unknown): Answer => ({
  status,
  contentType: "application/json",
  body: `${JSON.stringify(value, undefined, 2)}\n`,
});

/** Headers without which a request is refused, by their names in lower case. */
export type Wanted = ReadonlyMap<string, string>;

/** Whether the request has every header that is wanted. */
export function mayPass({ headers }: Request, wanted: Wanted): boolean {
  return [...wanted].every(([name, value]) => headers[name] === value);
}

/** What is said to a request that has not. */
export function refusal(wanted: Wanted): Answer {
  return json(401, { error: `these headers are needed: ${[...wanted.keys()].join(", ")}` });
}
