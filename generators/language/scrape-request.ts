import type { SecretFile } from "./secret.ts";

/** A user with a password, as HTTP's basic authentication sends them. */
export interface BasicAuth {
  /** The name of the user; it is no secret. */
  readonly user: string;
  /** The password of that user. A secret. */
  readonly password: SecretFile;
}

/** How a target's certificate is verified, and which one Prometheus shows the target. */
export interface Tls {
  /** The certificate of the authority that signs the target's (PEM), as a file. Default: the authorities that the container trusts. */
  readonly authority?: SecretFile;
  /** The name that the target's certificate must have. Default: the host of its address. */
  readonly serverName?: string;
  /** The certificate that Prometheus shows the target (PEM), as a file; it needs its `key`. Default: none. */
  readonly certificate?: SecretFile;
  /** The key of that certificate. A secret. */
  readonly key?: SecretFile;
  /** Why the target's certificate is not verified: whoever is between can then read and change what it answers. Default: it is verified. */
  readonly unverified?: string;
}

/** How Prometheus asks the targets of a scrape job, beside their address. */
export interface ScrapeRequest {
  /** A token to send in the header `Authorization: Bearer …`. A secret. Default: none. */
  readonly bearerToken?: SecretFile;
  /** A user and a password to sign in with, `{ user: "prometheus", password: secretFile(…) }`. Default: none. */
  readonly basicAuth?: BasicAuth;
  /** Certificates, `{ authority: secretFile(…) }`; needs `scheme: "https"`. Default: the target's is verified as a browser would. */
  readonly tls?: Tls;
  /** Headers of each request: `{ "X-Scope-OrgID": "shop" }`. What nobody may read is a secret file. Default: those of Prometheus. */
  readonly headers?: Readonly<Record<string, string | SecretFile>>;
  /** Parameters of the address: `{ "collect[]": ["cpu", "meminfo"] }`. Default: none. */
  readonly parameters?: Readonly<Record<string, readonly [string, ...string[]]>>;
}
