import { describe, expect, test } from "vitest";
import { scratchCopy } from "./scratch-copy.ts";

const service = "definitions/services/spacetime-vr";

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A mistake that an author makes in one place, and what the build says of it. */
interface Mistake extends Edit {
  readonly what: string;
  /** What is right by itself, and needed for the mistake. */
  readonly also?: Edit;
  /** Where in the new text the mistake is; left out: at its start. */
  readonly at?: string;
  readonly says: readonly string[];
}

const doNotCompile: readonly Mistake[] = [
  {
    what: "a misspelt metric",
    file: `${service}/alerts/critical.ts`,
    from: "engine.spacetime_fps.lt(45)",
    to: "engine.spacetime_fsp.lt(45)",
    says: ["spacetime_fsp", "Did you mean 'spacetime_fps'?"],
  },
  {
    what: "a misspelt label",
    file: `${service}/alerts/low.ts`,
    from: '.quantile(0.95, "5m", "instance")',
    to: '.quantile(0.95, "5m", "instanec")',
    says: ['"instanec"', '"instance"'],
  },
  {
    what: "rate of a gauge",
    file: `${service}/alerts/high.ts`,
    from: "engine.spacetime_fps.lt(85)",
    to: 'engine.spacetime_fps.rate("5m").lt(85)',
    says: ["Property 'rate' does not exist on type 'Gauge<"],
  },
  {
    what: "a threshold in the wrong unit",
    file: `${service}/alerts/medium.ts`,
    from: "p95Latency.gt(ms(500))",
    to: "p95Latency.gt(percent(5))",
    says: ['"ratio"', '"time"'],
  },
  {
    what: "a threshold without a unit",
    file: `${service}/alerts/high.ts`,
    from: "errorRatio.gt(percent(5))",
    to: "errorRatio.gt(0.05)",
    says: ["0.05", 'Quantity<"ratio">'],
  },
  {
    what: "an annotation that says a label the expression dropped",
    file: `${service}/alerts/high.ts`,
    from: "`${labels.instance} fails ${value} of its requests`",
    to: "`${labels.endpoint} fails ${value} of its requests`",
    says: ["Property 'endpoint' does not exist"],
  },
  {
    what: "a literal token in a receiver",
    file: "definitions/platform/receivers.ts",
    from: "pagerDuty: [{ routingKey: secrets.pagerDutyKey }]",
    to: 'pagerDuty: [{ routingKey: "0123456789abcdef" }]',
    says: ["Type 'string' is not assignable to type 'SecretFile'"],
  },
  {
    what: "an alert without a scenario",
    file: `${service}/alerts/health-monitor.ts`,
    from: "  scenario: holds(certificateProbe.probe_success, { quiet: 1, rings: 0 }),\n",
    to: "",
    at: "export const SpaceTimeHealthCertificateUnseen",
    says: ["Property 'scenario' is missing"],
  },
];

const areFoundByChecks: readonly Mistake[] = [
  {
    what: "two alerts of one name",
    file: `${service}/alerts/health-monitor.ts`,
    from: "export const SpaceTimeHealthCertificateUnseen = alert({",
    to: "export const TargetDown = alert({",
    says: ['there are two: alert "TargetDown" is defined at definitions/platform/', "(names-are-unique)"],
  },
  {
    what: "a label in a text that the expression dropped",
    file: `${service}/alerts/low.ts`,
    from: 'impact: "Players wait in the dark.",',
    to: 'impact: "Players wait in the dark of {{ $labels.endpoint }}.",',
    at: "export const SpaceTimeSceneLoadSlow",
    says: ["says the label endpoint in its impact", "all have: instance", "(annotations-use-kept-labels)"],
  },
  {
    what: "an alert of a severity that no route takes",
    file: `${service}/alerts/operational.ts`,
    from: "import { low } from",
    to: "import { trivial as low } from",
    also: {
      file: "definitions/platform/severities.ts",
      from: "export const info",
      to: 'export const trivial = severity("trivial", { rank: 7, response: "none", color: "blue" });\nexport const info',
    },
    at: "export const SpaceTimeServiceRestarted",
    says: ['no route takes alert "SpaceTimeServiceRestarted"', "(alerts-reach-a-receiver)"],
  },
  {
    what: "a panel that overlaps another",
    file: `${service}/dashboards/overview-row.ts`,
    from: '    title: "Running for",',
    to: '    title: "Running for",\n    at: { x: 0, y: 0 },',
    at: '  stat({\n    title: "Running for"',
    says: [
      'panel "Running for" (4 wide, 4 high, at x 0, y 0) overlaps panel "API"',
      "(panels-do-not-overlap)",
    ],
  },
  {
    what: "a recording without an example",
    file: `${service}/recordings.ts`,
    from: `    example: {
      plays: [grows(staticMemory, "10m", megabytes(6)), grows(dynamicMemory, "10m", megabytes(4))],
      gives: megabytes(10),
    },
`,
    to: "",
    at: "export const memoryGrowth",
    says: ['recording "instance:spacetime_memory_bytes:delta10m"', "(recording-is-proven)"],
  },
  {
    what: "a window of a minute on a job that is scraped every 30 seconds",
    file: `${service}/alerts/medium.ts`,
    from: 'spacetime_telemetry_disconnects_total.increase("1h")',
    to: 'spacetime_telemetry_disconnects_total.increase("1m")',
    at: "export const SpaceTimeTelemetryDisconnects",
    says: ["holds fewer than 4 scrapes", 'job "spacetime-telemetry" is scraped every 30s', "at least 2m"],
  },
];

/** The problems that a build printed: those that begin at this place. */
function problemsAt(output: string, place: string): string[] {
  return output.split(/\n(?=definitions\/)/).filter((problem) => problem.startsWith(`${place}:`));
}

describe.each([
  ["mistakes that do not compile", doNotCompile],
  ["mistakes that the checks find", areFoundByChecks],
])("%s", (_title, mistakes) => {
  test("each is one problem at its line, and out/ stays as it was", async () => {
    const copy = scratchCopy();
    const before = copy.readOut();
    for (const { file, from, to } of mistakes.flatMap((mistake) => [
      mistake,
      ...(mistake.also ? [mistake.also] : []),
    ])) {
      copy.edit(file, from, to);
    }
    const { code, output } = await copy.run("build");
    for (const { what, file, to, at = to, says } of mistakes) {
      const problems = problemsAt(output, copy.lineOf(file, at));
      expect(problems, `${what}\n${output}`).toHaveLength(1);
      for (const words of says) expect(problems[0], what).toContain(words);
    }
    expect(output).toContain(`${mistakes.length} problems; out/ is untouched`);
    expect(code).toBe(1);
    expect(copy.readOut()).toEqual(before);
  });
});

test("two alerts of one name in one service do not compile either", async () => {
  const copy = scratchCopy();
  copy.edit(
    `${service}/alerts/low.ts`,
    "export const SpaceTimeSceneLoadSlow",
    "export const SpaceTimeLowFPS",
  );
  const { code, output } = await copy.run("build");
  const [problem] = problemsAt(output, copy.lineOf(`${service}/alerts/index.ts`, 'export * from "./low.ts"'));
  expect(problem).toContain("already exported a member named 'SpaceTimeLowFPS'");
  expect(code).toBe(1);
});
