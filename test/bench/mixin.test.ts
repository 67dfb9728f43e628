import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureInTurn } from "../../scripts/bench/in-turn.ts";
import { mixinTrials, rulesOfMixin } from "../../scripts/bench/mixin.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

/** Prints what Jsonnet prints of two alerts and of one recording. */
const program = `#!/bin/sh
case "$*" in
  *prometheusAlerts*) printf '"groups":\\n- "name": "a"\\n  "rules":\\n  - "alert": "A"\\n  - "alert": "B"\\n' ;;
  *prometheusRules*) printf '"groups":\\n- "name": "a"\\n  "rules":\\n  - "expr": "1"\\n    "record": "a:b"\\n' ;;
  *) echo "$3" ;;
esac
`;

test("a mixin is rendered by what is installed, and its rules are counted", async () => {
  const folder = makeFolder();
  put(folder, "mixin.libsonnet", "{}");
  put(folder, "renderer", program);
  chmodSync(join(folder, "renderer"), 0o755);
  const mixin = { folder, out: join(folder, "rendered") };
  const trials = mixinTrials(mixin, [join(folder, "renderer")]);
  expect((await measureInTurn(trials, 1, () => {})).size).toBe(1);
  expect(rulesOfMixin(mixin)).toBe(3);
});

test("a folder without a mixin is named", () => {
  const folder = makeFolder();
  expect(() => mixinTrials({ folder, out: folder }, [])).toThrow(`${folder} has no mixin.libsonnet`);
});
