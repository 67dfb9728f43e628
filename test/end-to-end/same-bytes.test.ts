import { expect, test } from "vitest";
import { scratchCopy } from "./scratch-copy.ts";

test("another folder and another order of files give the same bytes", async () => {
  const copy = scratchCopy();
  copy.edit("definitions/index.ts", "[monitoring, ...services]", "[...services, monitoring]");
  for (const index of ["alerts", "metrics"]) {
    copy.reverseLines(`definitions/services/spacetime-vr/${index}/index.ts`);
  }
  copy.reverseLines("definitions/services/spacetime-vr/service.ts", /^import \* as .*$/gm);
  // It compares every byte with what was committed.
  const { code, output } = await copy.run("build", "--check");
  expect(output).toContain("out/ is fresh");
  expect(code).toBe(0);
});
