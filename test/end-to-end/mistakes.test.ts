import { describe, expect, test } from "vitest";
import { scratchCopy } from "./scratch-copy.ts";

const service = "definitions/services/ticket-shop";

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
    file: `${service}/alerts/waiting-room.ts`,
    from: "waitingRoom.shop_waiting_buyers.gt(500)",
    to: "waitingRoom.shop_waiting_buyesr.gt(500)",
    says: ["there is no metric 'shop_waiting_buyesr' here", "fix: write shop_waiting_buyers"],
  },
  {
    what: "a misspelt label",
    file: `${service}/runbooks.ts`,
    from: '.sumBy("instance", "exported_service")',
    to: '.sumBy("instanec", "exported_service")',
    says: ["there is no label 'instanec' here", "fix: ", "instance"],
  },
  {
    what: "rate of a gauge",
    file: `${service}/alerts/waiting-room.ts`,
    from: "shop_longest_wait_seconds.gt(minutes(10))",
    to: 'shop_longest_wait_seconds.rate("5m").gt(minutes(10))',
    says: ["shop_longest_wait_seconds is a gauge, but rate() is for counters", 'fix: write .deriv("5m")'],
  },
  {
    what: "a threshold in the wrong unit",
    file: `${service}/alerts/program.ts`,
    from: "answerTime.gt(ms(500))",
    to: "answerTime.gt(percent(5))",
    says: ["the value is in seconds, but percent(5) is a ratio", "fix: write a length of time: ms(…)"],
  },
  {
    what: "a threshold without a unit",
    file: `${service}/alerts/orders.ts`,
    from: "failedShare.gt(percent(2))",
    to: "failedShare.gt(0.02)",
    says: ["the value is a ratio, but 0.02 has no unit", "fix: add the unit: ratio(0.02) or percent(2)"],
  },
  {
    what: "an annotation that says a label the expression dropped",
    file: `${service}/alerts/program.ts`,
    from: "`${labels.instance} uses ${value} of memory`",
    to: "`${labels.type} uses ${value} of memory`",
    says: ["there is no label 'type' here", "fix: use instance, the only label there is"],
  },
  {
    what: "a literal token in a receiver",
    file: "definitions/platform/receivers.ts",
    from: "pagerDuty({ routingKey: secrets.pagerDutyKey })",
    to: 'pagerDuty({ routingKey: "0123456789abcdef" })',
    says: ["a secret is not written into a definition", "fix: write secretFile("],
  },
  {
    what: "an alert without a scenario",
    file: `${service}/alerts/health.ts`,
    from: "  scenario: holds(certificateProbe.probe_success, { ok: 1, firing: 0 }),\n",
    to: "",
    at: "export const TicketShopCertificateUnseen",
    says: ["scenario is missing", "fix: add scenario: holds(…"],
  },
  {
    what: "a recording without an example",
    file: `${service}/recordings.ts`,
    from: `    example: {
      given: [
        holds(memory.shop_memory_bytes.where({ type: "heap" }), megabytes(300)),
        holds(memory.shop_memory_bytes.where({ type: "cache" }), megabytes(100)),
      ],
      expect: megabytes(400),
    },
`,
    to: "",
    at: '  {\n    help: "Memory in use, heap and cache together."',
    says: ["example is missing", "fix: add example: { given: [ … ], expect: … }"],
  },
];

const areFoundByChecks: readonly Mistake[] = [
  {
    what: "two alerts of one name",
    file: `${service}/alerts/health.ts`,
    from: "export const TicketShopCertificateUnseen = alert({",
    to: "export const TargetDown = alert({",
    says: ['alert "TargetDown" is defined twice: also at definitions/platform/', "(names-are-unique)"],
  },
  {
    what: "a label in a text that the expression dropped",
    file: `${service}/alerts/program.ts`,
    from: 'impact: "Buyers reload, and the shop has even more to do.",',
    to: 'impact: "Buyers reload {{ $labels.page }}, and the shop has even more to do.",',
    at: "export const TicketShopSlow",
    says: ["uses the label page in its impact", "all have: instance", "(annotations-use-kept-labels)"],
  },
  {
    what: "an alert of a severity that no route takes",
    file: `${service}/alerts/waiting-room.ts`,
    from: "import { low, medium } from",
    to: "import { low, trivial as medium } from",
    also: {
      file: "definitions/platform/severities.ts",
      from: "export const info",
      to: 'export const trivial = severity("trivial", { rank: 7, response: "none", color: "blue" });\nexport const info',
    },
    at: "export const TicketShopWaitingRoomFull",
    says: ['no route takes alert "TicketShopWaitingRoomFull"', "(alerts-reach-a-receiver)"],
  },
  {
    what: "a panel that overlaps another",
    file: `${service}/dashboards/status-row.ts`,
    from: '    title: "Worker running for",',
    to: '    title: "Worker running for",\n    at: { x: 0, y: 0 },',
    at: '  stat({\n    title: "Worker running for"',
    says: [
      'panel "Worker running for" (4 wide, 4 high, at x 0, y 0) overlaps panel "Shop"',
      "(panels-do-not-overlap)",
    ],
  },
  {
    what: "a window of a minute on a job that is scraped every 30 seconds",
    file: `${service}/alerts/tickets.ts`,
    from: '.increase("1h")',
    to: '.increase("1m")',
    at: "export const TicketShopMailsBounce",
    says: ["holds fewer than 4 scrapes", 'job "ticket-shop-worker" is scraped every 30s', "at least 2m"],
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
    `${service}/alerts/waiting-room.ts`,
    "export const TicketShopLongWait",
    "export const TicketShopSlow",
  );
  const { code, output } = await copy.run("build");
  const [problem] = problemsAt(
    output,
    copy.lineOf(`${service}/alerts/index.ts`, 'export * from "./waiting-room.ts"'),
  );
  expect(problem).toContain("both ./program.ts and ./waiting-room.ts export TicketShopSlow");
  expect(code).toBe(1);
});
