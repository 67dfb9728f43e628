import { expect, test } from "vitest";
import { scratchCopy } from "./scratch-copy.ts";

test("another folder and another order of files give the same bytes", () => {
  const copy = scratchCopy();
  const committed = copy.readOut();
  expect(copy.run("build", "--check").output).toContain("out/ is fresh");

  copy.edit("definitions/index.ts", "[monitoring, ...services]", "[...services, monitoring]");
  for (const index of ["alerts", "metrics"]) {
    copy.reverseLines(`definitions/services/spacetime-vr/${index}/index.ts`);
  }
  copy.reverseLines("definitions/services/spacetime-vr/service.ts", /^import \* as .*$/gm);
  const { code, output } = copy.run("build");
  expect(code, output).toBe(0);
  expect(copy.readOut()).toEqual(committed);
});
