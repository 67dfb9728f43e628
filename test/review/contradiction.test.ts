import { expect, onTestFinished, test, vi } from "vitest";
import type { Comparison } from "../../generators/review/comparison.ts";
import type { BothSides, PlayedOutcome } from "../../generators/review/played.ts";
import { noSigns } from "../../generators/review/order/known-signs.ts";
import { routingQuestion } from "../../generators/review/routed/question.ts";
import type { AskedSide, RoutedSide } from "../../generators/review/routed/routed.ts";
import { compared } from "../../scripts/diff.ts";
import type { Deciders } from "../../scripts/diff/decided.ts";
import { twoFolders } from "../../scripts/diff/two-versions.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { before, withRules, type Files } from "./plain-shop.ts";
import { alertmanager } from "./routed-shop.ts";

const silent: Deciders = {
  play: async () => ({ played: new Map(), complaint: undefined }),
  route: async () => ({ routed: undefined, complaint: undefined }),
};

/** Compares the shop with some other files of it, with these deciders in place of real programs. */
async function review(after: Files, deciders: Partial<Deciders>) {
  const folder = makeFolder();
  const old = { ...before, "alertmanager.yml": alertmanager };
  for (const [path, text] of Object.entries(old)) put(folder, `old/${path}`, text);
  for (const [path, text] of Object.entries({ ...old, ...after })) put(folder, `new/${path}`, text);
  const printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    const spy = vi.spyOn(process[stream], "write").mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  const take = () => twoFolders(`${folder}/old`, `${folder}/new`);
  const exitCode = await compared(
    folder,
    take,
    { format: "text", failOn: [], signs: noSigns },
    { ...silent, ...deciders },
  );
  return { exitCode, ...printed };
}

const report =
  "This is a mistake of signalbox: please report it, with both versions of the rule, or of Alertmanager's configuration.\n";

test("what was played the other way round is no review, but a mistake of ours", async () => {
  const fires: PlayedOutcome = { kind: "fires", afterMs: 60_000, labels: [] };
  const none: PlayedOutcome = { kind: "silent", playedMs: 60_000 };
  const outcomes: BothSides<PlayedOutcome> = { base: none, head: fires };
  const scenario = {
    of: "head",
    index: 0,
    place: { file: "rules/shop.yml", line: 12 },
    outcomes,
    unit: "none",
    firesFrom: { base: { kind: "none", why: "" }, head: { kind: "none", why: "" } },
    witness: { value: 150, outcomes },
    missing: { base: none, head: none },
  } as const;
  const played = {
    alert: { base: "QueueLong", head: "QueueLong" },
    scenarios: [scenario],
    apart: [],
    times: { base: [], head: [] },
  };
  const play = async () => ({ played: new Map([["QueueLong", played]]), complaint: undefined });
  expect(await review(withRules("> 100", "> 200"), { play })).toEqual({
    exitCode: 3,
    stdout: "",
    stderr: `QueueLong is said to fire less, and was played to fire more: 150 was silent, fires after 1 min now\n${report}`,
  });
});

interface Answer {
  readonly isInhibited: boolean;
  readonly groupedBy: readonly string[];
}

/** Alertmanagers that send everything to these, at any time, and inhibit this. */
function answering(
  receivers: readonly string[],
  { isInhibited = false, groupedBy = ["alertname"] }: Partial<Answer> = {},
): Deciders["route"] {
  const side = ({ alerts, inhibitions, intervals }: AskedSide): RoutedSide => ({
    alerts: alerts.map(({ sets }) =>
      sets.map(() => ({
        receivers,
        grouped: receivers.map(() => groupedBy),
        notified: intervals.flatMap(() => [receivers, receivers]),
      })),
    ),
    inhibited: inhibitions.map(() => isInhibited),
  });
  return async (comparison: Comparison) => {
    const question = routingQuestion(comparison);
    const answers = question && { base: side(question.base), head: side(question.head) };
    return { routed: question && answers && { question, answers }, complaint: undefined };
  };
}

test("so are Alertmanagers that notify others than both configurations say", async () => {
  const after = withRules("severity: critical", "severity: warning");
  const { exitCode, stdout, stderr } = await review(after, { route: answering(["team"]) });
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
  expect(stderr.split("\n")[0]).toBe(
    'ManyErrors with severity="critical" is said to notify on-call by the old configuration, and Alertmanager notifies team',
  );
  expect(stderr.endsWith(report)).toBe(true);
});

test("and those that notify at other times", async () => {
  const mute = "      receiver: on-call\n      mute_time_intervals: [business-hours]\n";
  const after = { "alertmanager.yml": alertmanager.replace("      receiver: on-call\n", mute) };
  const { exitCode, stderr } = await review(after, { route: answering(["on-call"]) });
  expect(exitCode).toBe(3);
  expect(stderr).toContain(
    "is said to notify nobody by the new configuration in business-hours, and Alertmanager notifies on-call\n",
  );
});

test("and those that hold back what nothing inhibits", async () => {
  const after = withRules("severity: warning", "severity: info");
  const { exitCode, stderr } = await review(after, { route: answering(["team"], { isInhibited: true }) });
  expect(exitCode).toBe(3);
  expect(stderr).toContain(
    'is said to be also sent while QueueLong with severity="warning" fires, by the old configuration, and Alertmanager does not send it\n',
  );
});

test("and those that send more together", async () => {
  const after = {
    "alertmanager.yml": alertmanager.replace("group_by: [alertname]", "group_by: [alertname, severity]"),
  };
  const { exitCode, stderr } = await review(after, { route: answering(["on-call"]) });
  expect(exitCode).toBe(3);
  expect(stderr).toContain(
    'ManyErrors with severity="critical" shares notifications of on-call by alertname, and is said to by alertname and severity, by the new configuration\n',
  );
});

test("where no Alertmanager can be asked, what is worked out is named as such, and why", async () => {
  const after = withRules("severity: critical", "severity: warning");
  const route = async () => ({ routed: undefined, complaint: "no Alertmanager was asked: there is none" });
  const { exitCode, stdout, stderr } = await review(after, { route });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("perhaps team (slack)   [routing tables, no Alertmanager asked]\n");
  expect(stderr).toMatch(/^no Alertmanager was asked: there is none\n/);
});
