import { expect, test } from "vitest";
import { scratchCopy } from "./scratch-copy.ts";

test("another folder and another order of files give the same bytes", async () => {
  const [one, other] = [scratchCopy(), scratchCopy()];
  other.edit("definitions/index.ts", "[monitoring, ...services]", "[...services, monitoring]");
  for (const index of ["alerts", "metrics"]) {
    other.reverseLines(`definitions/services/ticket-shop/${index}/index.ts`);
  }
  other.reverseLines("definitions/services/ticket-shop/service.ts", /^import \* as .*$/gm);
  for (const copy of [one, other]) {
    const { code, output } = await copy.run("build");
    expect(code, output).toBe(0);
  }
  expect(other.readOut()).toEqual(one.readOut());
});
