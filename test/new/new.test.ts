import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { check, resolveConfig } from "prettier";
import { afterAll, expect, test } from "vitest";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { newAlert, type AlertWishes } from "../../scripts/new/alert/new-alert.ts";
import { newDashboard } from "../../scripts/new/dashboard/new-dashboard.ts";
import type { KnownProject } from "../../scripts/new/known-project.ts";
import { writeFiles } from "../../scripts/new/written-files.ts";
import { newService } from "../../scripts/new/service/new-service.ts";
import { newSlo } from "../../scripts/new/slo/new-slo.ts";
import type { SloWishes } from "../../scripts/new/slo/slo-wishes.ts";
import { mistakeIn } from "../../scripts/new/syntax/module.ts";
import { readTree } from "../build/out-fixture.ts";
import { exampleProject } from "../example-project.ts";
import { runSignalbox } from "../project/make-project.ts";
import { answer, knownProject, write } from "./new-in-project.ts";
import { smallExposition } from "./small-exposition.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
// Loading another project counts places from there.
afterAll(() => countPlacesFrom(repository));

const example = "examples/ticket-shop";

const read = (root: string, path: string) =>
  readFileSync(join(root, "definitions/services/queue", path), "utf8");

function expositionIn(root: string): string {
  const path = join(root, "metrics.txt");
  writeFileSync(path, smallExposition);
  return path;
}

/** Alerts on every type of metric, and the words that their conditions must have. */
const alerts: readonly (readonly [name: string, wishes: AlertWishes, ...code: string[]])[] = [
  ["QueueDown", {}, "queueJob.up.eq(0)"],
  ["QueueStoreDown", { metric: "queue_up", severity: "critical" }, "queue.queue_up.eq(0)"],
  ["QueueStoreGone", { metric: "queue_up", below: "1" }, "queue_up.eq(0)", "{ ok: 1, firing: 0 }"],
  ["QueueStoreBack", { metric: "queue_up", above: "0" }, "queue_up.eq(1)", "{ ok: 0, firing: 1 }"],
  ["QueueRetries", { metric: "queue_retries" }, '.increase("5m").gt(0)'],
  [
    "QueueFails",
    { metric: "queue_jobs_total", where: "result=failed", above: "5" },
    '.where({ result: "failed" }).increase("5m").gt(5)',
  ],
  ["QueueIdle", { metric: "queue_jobs_total", below: "1" }, '.increase("5m").lt(1)'],
  [
    "QueueFailsSome",
    { metric: "queue_jobs_total", of: "queue_jobs_total", where: "result=failed", above: "5%" },
    'ratioOf(queue.queue_jobs_total.where({ result: "failed" }).rate("5m").sumBy("instance"), queue.queue_jobs_total.rate("5m").sumBy("instance")).gt(percent(5))',
    'share(queue.queue_jobs_total.where({ result: "failed" }), queue.queue_jobs_total.where({ result: "done" }), {',
  ],
  ["QueueFull", { metric: "queue_waiting_jobs", of: "queue_limit_jobs", above: "80%" }, ".gt(percent(80))"],
  ["QueueFailsOften", { metric: "queue_retries", of: "queue_jobs_total", above: "5%" }, ".gt(percent(5))"],
  [
    "QueueRollsBack",
    { metric: "queue_xact_rollback", beside: "queue_xact_commit", above: "10%" },
    '.add(queue.queue_xact_commit.rate("5m").sumBy("instance", "db"))',
    "share(queue.queue_xact_rollback, queue.queue_xact_commit, { ok: percent(5), limit: percent(10), firing: percent(10.5) }",
    "As a share of both this and: Number of transactions that have been committed.",
  ],
  [
    "QueueWaitsMuch",
    { metric: "queue_waiting_jobs", beside: "queue_limit_jobs", above: "50%" },
    "holds(queue.queue_limit_jobs, { ok: 0.75, limit: 0.5, firing: 0.475 })",
  ],
  ["QueueMemoryFull", { metric: "queue_memory_bytes", above: "10GiB" }, ".gt(gib(10))", "limit: gib(10)"],
  ["QueueSlower", { metric: "queue_job_duration_seconds", above: "900ms" }, ".gt(ms(900))"],
  ["QueueLong", { metric: "queue_waiting_jobs", for: "10m" }, "queue.queue_waiting_jobs.gt(100)"],
  ["QueueMemory", { metric: "queue_memory_bytes", above: "500000000" }, ".gt(megabytes(500))"],
  [
    "QueueBackupOld",
    { metric: "queue_last_backup_timestamp_seconds", above: "7200" },
    "time().sub(queue.queue_last_backup_timestamp_seconds).gt(hours(2))",
    "value: hours(2.1)",
  ],
  [
    "QueueSlow",
    { metric: "queue_job_duration_seconds", above: "2" },
    '.quantile(0.95, "5m", "instance").gt(seconds(2))',
  ],
  [
    "QueueLarge",
    { metric: "queue_job_size_bytes" },
    '.quantiles.where({ quantile: "0.99" }).gt(gigabytes(1))',
  ],
];

// Two builds of a whole project, with its types: most of a minute on a machine that is busy with other tests.
const twoBuilds = { timeout: 240_000 };

test(
  "a service, and alerts on each type of metric, a dashboard and SLOs build once the open texts are answered",
  twoBuilds,
  async () => {
    const root = exampleProject();
    const wishes = { metrics: expositionIn(root), target: "localhost:9400", owner: "Queue team" };
    const written = write(root, await newService("queue", wishes, await knownProject(root)));
    expect(written).toEqual([
      ...["service", "scrape", "metrics", "dashboards"].map(
        (name) => `new definitions/services/queue/${name}.ts`,
      ),
      "changed definitions/services/index.ts",
    ]);
    expect(read(root, "metrics.ts")).toMatchSnapshot();
    expect(read(root, "service.ts")).toMatchSnapshot();
    const copy = copyOf(root);
    const known = await knownProject(copy);
    for (const [name, own, ...code] of alerts) {
      write(copy, await newAlert(name, { service: "queue", ...own }, known));
      const text = read(copy, "alerts.ts");
      const written = text.slice(text.indexOf(`${name} = `)).replace(/\n\s*(?=\.)/g, "");
      for (const one of code) expect(onOneLine(written)).toContain(one);
    }
    write(copy, await newDashboard("queue-jobs", { service: "queue" }, known));
    write(
      copy,
      await newSlo(
        "queue-jobs",
        { service: "queue", metric: "queue_jobs_total", where: "result=failed" },
        known,
      ),
    );
    write(
      copy,
      await newSlo("queue-time", { service: "queue", metric: "queue_job_duration_seconds" }, known),
    );
    write(
      copy,
      await newSlo("queue-wait", { service: "queue", metric: "queue_waiting_jobs", above: "50" }, known),
    );
    const moreSlos: readonly (readonly [name: string, wishes: SloWishes, ...code: string[]])[] = [
      [
        "queue-available",
        { metric: "queue_up", below: "1" },
        "timeIn(queue.queue_up.eq(0), {",
        'words: "of the time it is 0"',
        "minimumTraffic: 0.9",
      ],
      [
        "queue-rolled-back",
        { metric: "queue_xact_rollback", of: "queue_xact_commit" },
        "failing(queue.queue_xact_rollback, { of: queue.queue_xact_commit,",
      ],
    ];
    for (const [name, own, ...code] of moreSlos) {
      write(copy, await newSlo(name, { service: "queue", ...own }, known));
      for (const one of code) expect(onOneLine(read(copy, "slos.ts"))).toContain(one);
    }
    const retries: AlertWishes = { service: "queue", metric: "queue_retries", beside: "queue_xact_commit" };
    expect(await newAlert("None", retries, known)).toEqual({
      refused: expect.stringContaining("queue_retries is in retries and queue_xact_commit in transactions"),
    });
    // A promise that leaves a smaller budget builds with the same traffic.
    const strict = read(copy, "slos.ts").replaceAll("percent(99)", "percent(99.9)");
    writeFileSync(join(copy, "definitions/services/queue/slos.ts"), strict);
    const paths = Object.keys(readTree(join(copy, "definitions/services/queue")));
    for (const path of paths) expect([path, await isFormatted(read(copy, path))]).toEqual([path, true]);
    const open = await runSignalbox(["build"], { folder: copy });
    const problems = open.stderr.split("\n").filter((line) => /^\S+:\d+: /.test(line));
    expect(problems.length).toBeGreaterThan(alerts.length);
    expect(problems.filter((line) => !/ still says ".*\?" \(placeholders-are-filled\)$/.test(line))).toEqual(
      [],
    );
    answer(
      copy,
      paths.map((path) => `definitions/services/queue/${path}`),
    );
    const built = await runSignalbox(["build"], { folder: copy });
    expect(built.stderr).toBe("");
    expect(built.exitCode).toBe(0);
  },
);

/** As the code would be if no line were too long. */
function onOneLine(code: string): string {
  return code
    .replace(/\s+/g, " ")
    .replace(/([([]) /g, "$1")
    .replace(/,? ([)\]])/g, "$1")
    .replace(/, \}/g, " }");
}

async function isFormatted(text: string): Promise<boolean> {
  const config = await resolveConfig(join(repository, "scripts/new.ts"));
  return check(text, { ...config, parser: "typescript" });
}

/** A copy of a project: what is in its place was never loaded. */
function copyOf(root: string): string {
  const copy = exampleProject();
  cpSync(join(root, "definitions"), join(copy, "definitions"), { recursive: true });
  return copy;
}

test("the alert of a folder gets a file of its own, and a line in the index in its place", async () => {
  const plan = await newAlert(
    "TicketShopPoor",
    { metric: "shop_free_seats", below: "5" },
    await exampleKnown(),
  );
  const texts =
    "files" in plan
      ? plan.files.map(({ path, text }) => [path.replace(/^.*services\/ticket-shop\//, ""), text])
      : [];
  expect(texts.map(([path]) => path)).toEqual(["alerts/ticket-shop-poor.ts", "alerts/index.ts"]);
  expect(texts[0]?.[1]).toContain('import { medium } from "../../../platform/severities.ts";');
  expect(texts[0]?.[1]).toContain("expr: sales.shop_free_seats.lt(5),");
  expect(texts[1]?.[1]).toContain(
    'program.ts";\nexport * from "./ticket-shop-poor.ts";\nexport * from "./tickets.ts";',
  );
});

test("a file that is in the way stays as it is, and so do all others", () => {
  const root = exampleProject();
  const before = readTree(join(root, "definitions"));
  const files = [
    { kind: "changed", path: "definitions/index.ts", text: "" },
    { kind: "new", path: "definitions/services/index.ts", text: "" },
  ] as const;
  expect(writeFiles(root, files)).toBe("definitions/services/index.ts is there already.");
  const blocked = [
    { kind: "new", path: "definitions/index.ts/below.ts", text: "" },
    ...files.slice(0, 1),
  ] as const;
  expect(writeFiles(root, blocked)).toBe("definitions/index.ts is there already.");
  expect(readTree(join(root, "definitions"))).toEqual(before);
});

test("a text that could not be read again is not written", () => {
  const root = exampleProject();
  const before = readTree(join(root, "definitions"));
  const files = [
    { kind: "new", path: "definitions/a.ts", text: "export const a = 1;\n" },
    { kind: "new", path: "definitions/b.ts", text: "export const b = 1;\nexport const b = 2;\n" },
  ] as const;
  expect(writeFiles(root, files)).toMatch(
    /^definitions\/b.ts would have a mistake .*'b' has already been declared/,
  );
  expect(readTree(join(root, "definitions"))).toEqual(before);
});

test("a file keeps its ends of lines", async () => {
  const root = exampleProject();
  const known = await knownProject(root);
  const list = "definitions/services/index.ts";
  const before = readFileSync(join(root, list), "utf8");
  writeFileSync(join(root, list), before.replaceAll("\n", "\r\n"));
  write(root, await newService("queue", {}, known));
  const after = readFileSync(join(root, list), "utf8");
  expect(after).toContain("queue,\r\n");
  expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test.each(["jobs", "metrics", "alerts", "dashboards", "class", "percent", "overview", "constructor"])(
  "a service may be called %s",
  async (name) => {
    const plan = await newService(name, {}, await exampleKnown());
    const files = "files" in plan ? plan.files : [];
    expect(files.length).toBeGreaterThan(4);
    expect(files.map(({ text }) => mistakeIn(text)).filter((one) => one !== undefined)).toEqual([]);
  },
);

test("metrics that begin with the name of the job of their service do not take its name", async () => {
  const root = exampleProject();
  const metrics = Array.from(
    { length: 60 },
    (_, n) =>
      `# TYPE queue_${["job", "store", "Job"][n % 3]}_a${n} gauge\nqueue_${["job", "store", "Job"][n % 3]}_a${n}{class="x"} 1\n`,
  );
  writeFileSync(join(root, "metrics.txt"), metrics.join(""));
  const plan = await newService("queue", { metrics: join(root, "metrics.txt") }, await knownProject(root));
  expect(write(root, plan).filter((one) => one.includes("/metrics/"))).toEqual(
    ["index", "queue-job", "queue-store"].map((one) => `new definitions/services/queue/metrics/${one}.ts`),
  );
  expect(read(root, "metrics/queue-job.ts")).toContain(
    "export const queueJobMetrics = metrics(\n  queueJob,",
  );
  const copy = copyOf(root);
  const known = await knownProject(copy);
  write(copy, await newAlert("QueueLong", { service: "queue", metric: "queue_job_a0", above: "5" }, known));
  expect(read(copy, "dashboards.ts")).toContain("legend: (labels) => `${labels.instance} ${labels.class}`");
});

let loaded: Promise<KnownProject> | undefined;

/** The ticket shop, from which nothing is written here. */
function exampleKnown(): Promise<KnownProject> {
  return (loaded ??= knownProject(repository, `${example}/definitions/index.ts`));
}
