import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { put } from "../build/out-fixture.ts";
import { exampleProject } from "../example-project.ts";
import { runSignalbox } from "../project/make-project.ts";

const worker = "definitions/services/ticket-shop/metrics/worker.ts";
const changed = `# HELP shop_tickets_total Tickets that left the printer.
# TYPE shop_tickets_total counter
shop_tickets_total{hall="a"} 5
# HELP shop_mails_total Mails with tickets, by what became of them.
# TYPE shop_mails_total counter
shop_mails_total{result="delivered"} 1
shop_mails_total{result="bounced"} 0
shop_mails_total{result="deferred"} 0
`;

test("--write changes the declarations, and says what a person has to", async () => {
  const folder = exampleProject();
  const before = readFileSync(join(folder, worker), "utf8");
  put(folder, "metrics.txt", changed);
  const drift = (...args: string[]) =>
    runSignalbox(["drift", "--job", "ticket-shop-worker", "--exposition", "metrics.txt", ...args], {
      folder,
    });
  const { exitCode, stderr } = await drift("--write");
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`  changed  ${worker}\n`);
  expect(stderr).toContain(
    `not written: ${worker}:11: shop_queued_tickets, it is missing: delete it here, and what reads it: the build then names that\n`,
  );
  const after = readFileSync(join(folder, worker), "utf8");
  expect(after).toContain('"deferred"');
  expect(after).toContain('"Tickets that left the printer."');
  expect(after).toContain('hall: "*"');
  expect(after.split("\n").slice(0, 3)).toEqual(before.split("\n").slice(0, 3));
});

test("as it was declared nothing is written", async () => {
  const folder = exampleProject();
  const before = readFileSync(join(folder, worker), "utf8");
  const same = ["shop_tickets_total 1", 'shop_mails_total{result="delivered"} 1'].join("\n");
  put(folder, "metrics.txt", `${same}\nshop_queued_tickets{printer="1"} 1\nprocess_start_time_seconds 1\n`);
  const args = ["--job", "ticket-shop-worker", "--exposition", "metrics.txt", "--write"];
  const { exitCode, stderr } = await runSignalbox(["drift", ...args], { folder });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 0,
    stderr: "ticket-shop-worker: 1 difference, 1 with victims\n",
  });
  expect(readFileSync(join(folder, worker), "utf8")).toBe(before);
});
