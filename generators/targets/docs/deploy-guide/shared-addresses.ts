import type { JobModel } from "../../../jobs/index.ts";
import type { Model } from "../../../model/model.ts";
import { inlineCode } from "../../../text/markdown.ts";

/** Jobs of several services that are looked for at the same address: where both run, one of them is somewhere else. */
export function sharedAddresses({ jobs }: Pick<Model, "jobs">): string[] {
  const addresses = [...new Set(jobs.flatMap(addressesOf))].sort();
  return addresses.flatMap((address) => {
    const there = jobs.filter((job) => addressesOf(job).includes(address));
    if (new Set(there.map(({ service }) => service)).size < 2) return [];
    return `${inlineCode(address)} is the address of ${there.map(({ name }) => inlineCode(name)).join(" and ")}.`;
  });
}

/** `host:port`, of a whole URL too. */
function addressesOf({ targets }: JobModel): string[] {
  return targets.map(({ written }) => {
    if (!/^https?:\/\//.test(written)) return written;
    const { host, protocol, port } = new URL(written);
    return port === "" ? `${host}:${protocol === "https:" ? 443 : 80}` : host;
  });
}
