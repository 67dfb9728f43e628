import * as z from "zod";
import type { ScrapeRequest } from "../language/scrape-request.ts";
import type { SecretFile } from "../language/secret.ts";
import { escapeMarkdown, inlineCode } from "../text/markdown.ts";
import { listOf, named, secretOfFile, written } from "../shape-values.ts";

/** What Prometheus sets itself, and refuses to be told. */
const reserved: ReadonlySet<string> = new Set([
  ...["accept-encoding", "authorization", "connection", "content-encoding", "content-length", "content-type"],
  ...["host", "keep-alive", "proxy-authenticate", "proxy-authorization", "user-agent", "www-authenticate"],
  ...["x-prometheus-remote-read-version", "x-prometheus-remote-write-version"],
  "x-prometheus-scrape-timeout-seconds",
]);

const headerName = named(
  /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
  "write a header's name, such as X-Scope-OrgID",
).refine((name) => !reserved.has(name.toLowerCase()), {
  params: {
    fix: "leave it out: Prometheus sets it itself, and a token or a password has an option of its own",
  },
});

/** What a header may hold: no line break, and what is at either end is lost on the way. */
const headerValue = named(/^\S(?:[^\p{Cc}]*\S)?$/u, "write it on one line, without spaces at either end");

/** What the types of a request cannot say. */
export const requestShape = {
  basicAuth: z
    .object({ user: named(/^[^:\p{Cc}]+$/u, "write a name without a colon"), password: secretOfFile })
    .optional(),
  tls: z
    .object({
      authority: secretOfFile.optional(),
      serverName: named(/^[A-Za-z0-9.-]+$/, "write the name of a host").optional(),
      certificate: secretOfFile.optional(),
      key: secretOfFile.optional(),
      unverified: written.optional(),
    })
    .refine(({ certificate, key }) => (certificate === undefined) === (key === undefined), {
      error: "has one of certificate and key, and a certificate is shown with its key",
      params: { fix: "give both, or neither" },
    })
    .refine(({ authority, unverified }) => authority === undefined || unverified === undefined, {
      error: "names an authority, and does not verify what it signs",
      params: { fix: "leave one of authority and unverified out" },
    })
    .optional(),
  headers: z.record(headerName, z.union([headerValue, secretOfFile])).optional(),
  parameters: z.record(written, listOf(z.string(), "give the parameter a value")).optional(),
};

/** What of a job is its request. */
export function requestOf({
  bearerToken,
  basicAuth,
  tls,
  headers,
  parameters,
}: ScrapeRequest): ScrapeRequest {
  return {
    ...(bearerToken && { bearerToken }),
    ...(basicAuth && { basicAuth }),
    ...(tls && { tls }),
    ...(headers && { headers }),
    ...(parameters && { parameters }),
  };
}

interface Asked {
  readonly scheme?: "http" | "https" | undefined;
  readonly bearerToken?: SecretFile | undefined;
  readonly basicAuth?: object | undefined;
  readonly tls?: object | undefined;
}

/** Where two of its options contradict each other. */
export function requestIsPossible<T extends z.ZodType<Asked>>(shape: T): T {
  return shape
    .refine(({ bearerToken, basicAuth }) => bearerToken === undefined || basicAuth === undefined, {
      path: ["basicAuth"],
      error: "stands beside bearerToken, and a request signs in once",
      params: { fix: "leave one of them out" },
    })
    .refine(({ tls, scheme }) => tls === undefined || scheme === "https", {
      path: ["tls"],
      error: "is of no use without TLS",
      params: { fix: 'write scheme: "https"' },
    });
}

/** The same in prometheus.yml, where a secret is the file that it is read from. */
export function requestSection({
  bearerToken,
  basicAuth,
  tls,
  headers = {},
  parameters,
}: ScrapeRequest): object {
  return {
    params: parameters,
    authorization: bearerToken && { credentials_file: bearerToken.path },
    basic_auth: basicAuth && { username: basicAuth.user, password_file: basicAuth.password.path },
    tls_config: tls && {
      ca_file: tls.authority?.path,
      cert_file: tls.certificate?.path,
      key_file: tls.key?.path,
      server_name: tls.serverName,
      insecure_skip_verify: tls.unverified === undefined ? undefined : true,
    },
    http_headers:
      Object.keys(headers).length === 0
        ? undefined
        : Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerSection(value)])),
  };
}

function headerSection(value: string | SecretFile): object {
  return typeof value === "string" ? { values: [value] } : { files: [value.path] };
}

/** Every secret of a request, and every certificate. */
export function requestSecrets({ bearerToken, basicAuth, tls, headers = {} }: ScrapeRequest): SecretFile[] {
  const ofHeaders = Object.values(headers).filter((value) => typeof value !== "string");
  return [bearerToken, basicAuth?.password, tls?.authority, tls?.certificate, tls?.key, ...ofHeaders].flatMap(
    (secret) => secret ?? [],
  );
}

/** What a reader must know of how it is asked, beside a token, as items of a list in Markdown. */
export function requestNotes({
  basicAuth,
  tls = {},
  headers = {},
  parameters = {},
}: ScrapeRequest): string[] {
  const { authority, certificate, unverified } = tls;
  return [
    ...(basicAuth
      ? [`As the user ${inlineCode(basicAuth.user)}, with the password in ${fileOf(basicAuth.password)}`]
      : []),
    ...(authority ? [`Its certificate must be signed by the authority in ${fileOf(authority)}`] : []),
    ...(certificate ? [`Prometheus shows it the certificate in ${fileOf(certificate)}`] : []),
    ...(unverified === undefined ? [] : [`Its certificate is not verified: ${escapeMarkdown(unverified)}`]),
    ...Object.entries(headers).map(([name, value]) =>
      typeof value === "string"
        ? `With the header ${inlineCode(`${name}: ${value}`)}`
        : `With the header ${inlineCode(name)} from ${fileOf(value)}`,
    ),
    ...Object.entries(parameters).map(
      ([name, values]) => `With the parameter ${inlineCode(name)}: ${values.map(inlineCode).join(", ")}`,
    ),
  ];
}

function fileOf({ name }: SecretFile): string {
  return inlineCode(`secrets/${name}`);
}
