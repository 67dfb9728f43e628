/** Where somebody listens. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export function isAddress(text: string): boolean {
  return URL.canParse(asUrl(text));
}

/** Of `host:port` or of a URL, whose port may be left out. */
export function endpointOf(address: string): Endpoint {
  const url = new URL(asUrl(address));
  const usual = url.protocol === "https:" ? 443 : 80;
  return { host: url.hostname, port: url.port === "" ? usual : Number(url.port) };
}

function asUrl(address: string): string {
  return address.includes("://") ? address : `http://${address}`;
}
