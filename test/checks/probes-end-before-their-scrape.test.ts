import { probe, probeModule } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { deployWith } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "probes-end-before-their-scrape";
type ProbeOptions = Parameters<typeof probe>[1];
type Timeout = Parameters<typeof probeModule>[1]["timeout"];

function problems(timeout: Timeout, options: Partial<ProbeOptions> = {}): string[] {
  // slow
  const module = probeModule("slow", { description: "D.", timeout });
  // page
  const page = probe("page", { description: "D.", module, targets: ["https://shop.internal"], ...options });
  return problemsOf(id, definitionsWith({ jobs: { page }, platform: deployWith("blackbox-exporter") }));
}

test("a module that waits longer than its scrape may take is reported at the job, with what would be enough", () => {
  expect(problems("15s")).toEqual([
    `${at("page")}: job "page" may take 10s, so its probes end after 9s500ms, but its module "slow" waits 15s (${id})\n` +
      `  fix: give the job a timeout of 15s500ms or more, and an interval as long, or shorten that of the module at ${at("slow")}`,
  ]);
});

test.each<[string, Timeout, Partial<ProbeOptions>, number]>([
  ["just within", "9s500ms", {}, 0],
  ["just beyond", "9s501ms", {}, 1],
  ["as long as the scrape", "10s", {}, 1],
  ["within the job's own", "25s", { every: "1m", timeout: "30s" }, 0],
  ["beyond an interval that is shorter than the platform's timeout", "5s", { every: "3s" }, 1],
  ["beyond what leaves no time at all", "1ms", { every: "400ms" }, 1],
])("%s", (_, timeout, options, found) => {
  expect(problems(timeout, options)).toHaveLength(found);
});

test("it can be allowed with a reason", () => {
  expect(problems("15s", { allow: { [id]: "shared with a slower job" } })).toEqual([]);
});
