import { secretFile } from "signalbox";
import { expect, test } from "vitest";
import { ofJob, problemIn, problemText, untyped, type Malformed } from "./malformed.ts";

const file = secretFile("x_file", "What it is, and where to get it.");
const https = { scheme: "https" } as const;

const requests: readonly Malformed[] = [
  [
    'job "x": basicAuth stands beside bearerToken, and a request signs in once',
    "leave one of them out",
    ofJob("x", { bearerToken: file, basicAuth: { user: "u", password: file } }),
  ],
  [
    'job "x": basicAuth.user is "a:b"',
    "write a name without a colon",
    ofJob("x", { basicAuth: { user: "a:b", password: file } }),
  ],
  [
    'job "x": tls is of no use without TLS',
    'write scheme: "https"',
    ofJob("x", { tls: { authority: file } }),
  ],
  [
    'job "x": tls has one of certificate and key, and a certificate is shown with its key',
    "give both, or neither",
    ofJob("x", { ...https, tls: { certificate: file } }),
  ],
  [
    'job "x": tls names an authority, and does not verify what it signs',
    "leave one of authority and unverified out",
    ofJob("x", { ...https, tls: { authority: file, unverified: "It is ours." } }),
  ],
  [
    'job "x": headers.authorization is not a valid name',
    "leave it out: Prometheus sets it itself, and a token or a password has an option of its own",
    ofJob("x", { headers: { authorization: "me" } }),
  ],
  [
    'job "x": headers.X Y is not a valid name',
    "write a header's name, such as X-Scope-OrgID",
    ofJob("x", { headers: { "X Y": "me" } }),
  ],
  [
    'job "x": parameters.collect is []',
    "give the parameter a value",
    ofJob("x", { parameters: { collect: untyped([]) } }),
  ],
];

test.each(requests.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});
