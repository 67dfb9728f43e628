import { parse } from "yaml";
import { expect, test } from "vitest";
import { comparisonOf } from "../../generators/review/comparison.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { dataAt, entriesAt, itemsAt } from "../../generators/targets/validation/untyped-data.ts";
import { decided, realPrograms } from "../../scripts/diff/decided.ts";
import { randomRouting } from "../routing/random-routing.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";

/** Has each third route below the root be active, mute or both in some of two intervals. */
function withTimes(config: string): string {
  const data: unknown = parse(config);
  let count = 0;
  const timed = (route: unknown): object => {
    count += 1;
    const times = [
      { mute_time_intervals: ["night"] },
      { active_time_intervals: ["office", "night"] },
      { active_time_intervals: ["office"], mute_time_intervals: ["night"] },
    ][(count / 3) % 3];
    return {
      ...Object.fromEntries(entriesAt(route)),
      ...(count % 3 === 0 ? times : {}),
      routes: itemsAt(route, "routes").map(timed),
    };
  };
  const root = dataAt(data, "route");
  const route = { ...Object.fromEntries(entriesAt(root)), routes: itemsAt(root, "routes").map(timed) };
  const intervals = ["night", "office"].map((name) => ({ name, time_intervals: [{ weekdays: ["monday"] }] }));
  return JSON.stringify({ ...Object.fromEntries(entriesAt(data)), route, time_intervals: intervals });
}

test("random routes, times and inhibitions in plain files are read as Alertmanager reads them", async () => {
  const sides = [20_261_201, 20_261_202].map((seed) => {
    const { platform, pairs } = randomRouting(seed, { trees: 10, pairs: 6 });
    const files = alertmanagerConfig(smallModel({ platform: smallPlatform(platform) }));
    return { config: withTimes(Object.values(files).join("")), pairs };
  });
  const rules = (sides[0]?.pairs ?? []).flat().map(({ alertname, ...labels }) => ({
    alert: alertname === undefined || alertname === "" ? "Unnamed" : alertname,
    expr: "up == 0",
    labels,
  }));
  const [base, head] = sides.map(({ config }) =>
    versionOfFiles([
      { path: "rules.json", text: JSON.stringify({ groups: [{ name: "random", rules }] }) },
      { path: "alertmanager.yml", text: config },
    ]),
  );
  if (!base || !head) throw new Error("there are two sides");
  const answer = await decided(comparisonOf(base, head), realPrograms);
  expect(answer).toMatchObject({ complaints: [], comparison: { routed: { kind: "asked" } } });
});
