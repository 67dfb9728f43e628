import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** No two programs of the stack want the same port of the host; compose would find out only when it starts them. */
export const hostPortsAreUnique: Check = {
  id: "host-ports-are-unique",
  *find({ platform: { stack } }: Model): Iterable<Finding> {
    const taken = new Map<number, string>();
    for (const [name, { hostPort }] of Object.entries(stack.containers)) {
      if (hostPort === undefined) continue;
      const other = taken.get(hostPort);
      taken.set(hostPort, name);
      if (other === undefined) continue;
      yield {
        definition: stack,
        message: `${other} and ${name} both want port ${hostPort} of the host`,
        mend: "give one of them another `hostPort`",
      };
    }
  },
};
