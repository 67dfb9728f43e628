import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeFolder, put } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";
import { runSignalbox } from "../project/make-project.ts";

const folder = join(root, "examples/ticket-shop");
const drift = (...args: string[]) => runSignalbox(["drift", ...args], { folder });

/** A saved exposition. */
function saved(text: string): string {
  const files = makeFolder();
  put(files, "metrics.txt", text);
  return join(files, "metrics.txt");
}

const worker = `# TYPE shop_tickets_total counter
shop_tickets_total 5
# TYPE shop_mails_total counter
shop_mails_total{result="delivered"} 1
shop_mails_total{result="bounced"} 0
# TYPE process_start_time_seconds gauge
process_start_time_seconds 1
`;

describe("a saved exposition", () => {
  const file = () => saved(worker);
  test("says what differs; without --fail-on that is no failure", async () => {
    const { exitCode, stdout, stderr } = await drift("--job", "ticket-shop-worker", "--exposition", file());
    expect(exitCode).toBe(0);
    expect(stdout).toContain("shop_queued_tickets of job ticket-shop-worker is missing");
    expect(stdout).toContain(
      "TicketShopPrintingBehind, which notifies alert-archive and team, can no longer fire",
    );
    expect(stderr).toBe("ticket-shop-worker: 1 difference, 1 with victims\n");
  });
  test.each([
    ["victim", 10],
    ["missing-metric,born-late", 10],
    ["retyped-metric", 0],
  ])("--fail-on %s exits with %i", async (names, code) => {
    const { exitCode } = await drift(
      "--job",
      "ticket-shop-worker",
      "--exposition",
      file(),
      "--fail-on",
      names,
    );
    expect(exitCode).toBe(code);
  });
  test("as JSON: whoever is harmed, each with what becomes of it", async () => {
    const { stdout, stderr } = await drift("--job", "ticket-shop-worker", "--exposition", file(), "--json");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      differences: [
        {
          ...{ kind: "missing-metric", job: "ticket-shop-worker", metric: "shop_queued_tickets" },
          definedAt: "definitions/services/ticket-shop/metrics/worker.ts:11",
          victims: expect.arrayContaining([
            {
              ...{ kind: "alert", name: "TicketShopPrintingBehind", harm: "nothing", severity: "medium" },
              notifies: ["alert-archive", "team"],
            },
          ]),
        },
      ],
      complaints: [],
    });
  });
  test("what it quotes does nothing to a terminal", async () => {
    const odd = saved(`${worker}# HELP shop_tickets_total \u001b[2J\nshop_queued_tickets 1\n`);
    const { stdout } = await drift("--job", "ticket-shop-worker", "--exposition", odd);
    expect(stdout).not.toContain("\u001b[2J");
    expect(stdout).toContain("help-changed");
  });
});

test("--kinds lists them", async () => {
  const { exitCode, stdout } = await drift("--kinds");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^ {2}born-late +\S/m);
});

describe("what is wrong is said", () => {
  test.each([
    [["--exposition", "a", "--url", "b"], 2, "Options '--exposition' and '--url' cannot be used together."],
    [["--token-file", "a"], 2, "--token-file goes with --url or --prometheus."],
    [["--fail-on", "victims"], 2, "There is no kind 'victims' (did you mean 'victim'?)."],
    [["--service", "ticket-shp"], 2, "There is no service 'ticket-shp' (did you mean 'ticket-shop'?)."],
    [["--job", "ticket"], 2, "There is no job 'ticket'"],
    [
      ["--service", "ticket-shop", "--exposition", "a"],
      2,
      "Say with --job whose exposition it is: of ticket-shop",
    ],
    [["--job", "ticket-shop", "--exposition", "nothing.txt"], 1, "nothing.txt cannot be read: ENOENT."],
  ])("%j", async (args, code, text) => {
    const { exitCode, stdout, stderr } = await drift(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: "" });
    expect(stderr).toContain(text);
  });
  test("an exposition that cannot be read, with its line", async () => {
    const { exitCode, stderr } = await drift("--job", "ticket-shop", "--exposition", saved("up 1\nup one\n"));
    expect(exitCode).toBe(1);
    expect(stderr).toContain("is no exposition of metrics: line 2: one is not a number.");
  });
});

test("without a source all targets are asked, but for those that need a secret", async () => {
  const { exitCode, stdout, stderr } = await drift("--service", "ticket-shop");
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(/cannot be reached|was not asked: it needs a secret/);
});

/** A server that answers JSON by path, and keeps what it was asked. */
async function served(answerOf: (path: string, query: URLSearchParams) => unknown) {
  const tokens = new Set<string | undefined>();
  const server = createServer((request, response) => {
    tokens.add(request.headers.authorization);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    response.end(JSON.stringify({ status: "success", data: answerOf(pathname, searchParams) }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { url: `http://127.0.0.1:${address.port}/prometheus/`, tokens };
}

describe("a Prometheus", () => {
  const target = { job: "ticket-shop-worker", instance: "localhost:9002", service: "ticket-shop" };
  const series = [
    { __name__: "up", ...target },
    { __name__: "shop_tickets_total", ...target },
    { __name__: "shop_mails_total", ...target, result: "delivered" },
    { __name__: "shop_mails_total", ...target, result: "bounced" },
    { __name__: "shop_mails_total", ...target, exported_service: "post", result: "bounced" },
    { __name__: "process_start_time_seconds", ...target },
    { __name__: "shop_queued_tickets", ...target, printer: "1" },
    { __name__: "go_threads", ...target },
    { __name__: "job:someone_recorded:sum", ...target },
  ];
  const metadata = [
    { metric: "shop_tickets_total", type: "counter", help: "", unit: "" },
    { metric: "shop_mails_total", type: "gauge", help: "", unit: "" },
  ];
  const answers = (path: string, query: URLSearchParams): unknown => {
    if (path === "/prometheus/api/v1/series") return query.get("match[]")?.includes("worker") ? series : [];
    if (path === "/prometheus/api/v1/targets/metadata") return metadata;
    const hasValue = !query.get("query")?.includes("shop_mails_total");
    return { resultType: "vector", result: hasValue ? [{ metric: {}, value: [1, "1"] }] : [] };
  };

  test("is asked for series, types, rules and what nobody reads", async () => {
    const { url, tokens } = await served(answers);
    const token = saved("never-printed\n");
    const args = ["--job", "ticket-shop-worker", "--prometheus", url, "--token-file", token];
    const { exitCode, stdout, stderr } = await drift(...args);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      "shop_mails_total of job ticket-shop-worker has the type gauge, and counter is declared",
    );
    expect(stdout).toContain("has the label service, which is not declared");
    expect(stdout).toContain(
      "job ticket-shop-worker exposes a metric that nobody declared (undeclared-metric)\n  go_threads\n",
    );
    expect(stdout).toMatch(/alert TicketShopMailsBounce returns nothing now: there is no .*shop_mails_total/);
    expect(stdout).toMatch(
      /that nobody reads, with \d+ series\n(?: {2}.*\n)* {2}go_threads of job ticket-shop-worker: 1 series/,
    );
    expect(stdout).not.toContain("someone_recorded");
    expect([...tokens]).toEqual(["Bearer never-printed"]);
    expect(stdout + stderr).not.toContain("never-printed");
  });
  test("a job of which it has nothing is a problem, and what is none is one too", async () => {
    const { url } = await served(answers);
    const nothing = await drift("--job", "ticket-shop", "--prometheus", url);
    expect(nothing).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("Prometheus has nothing of job ticket-shop now."),
    });
    const { url: other } = await served(() => "hello");
    const odd = await drift("--job", "ticket-shop", "--prometheus", other);
    expect(odd.exitCode).toBe(1);
  });
});
