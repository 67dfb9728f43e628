import { expect, test, vi } from "vitest";
import { startCommand } from "../up/running-command.ts";
import { model } from "./running-simulator.ts";

test("simulate says where every target is, does what is typed, and ends by Ctrl-C", async () => {
  const simulate = startCommand("simulate", ["--fire", "TicketShopSlow"]);
  const seen = (text: string) =>
    vi.waitFor(() => expect(simulate.printed()).toContain(text), { timeout: 30_000, interval: 50 });
  await seen(
    'simulating TicketShopSlow; type "fire <Alert>", "ok" or "ok <Alert>", and Enter; Ctrl-C ends it\n',
  );
  for (const { name } of model.jobs)
    expect(simulate.printed()).toMatch(new RegExp(`^  ${name} .+ https?://127`, "m"));
  expect(simulate.printed()).toContain(
    "targets that need the secret shop_status_token expect: Authorization: Bearer ",
  );
  const url = /^ {2}ticket-shop-health .* (http:\S+)$/m.exec(simulate.printed())?.[1] ?? "";
  expect((await fetch(url)).status).toBe(200);
  simulate.type("ok");
  await seen("\nall is well\n");
  simulate.signal("SIGINT");
  expect(await simulate.exitCode).toBe(0);
});

test("for a program simulate says the same, a line of JSON for each thing", async () => {
  const simulate = startCommand("simulate", ["--json", "--fire", "TicketShopSlow"]);
  const events = () =>
    simulate
      .printed()
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line));
  const seen = (event: object) =>
    vi.waitFor(() => expect(events()).toContainEqual(expect.objectContaining(event)), {
      timeout: 30_000,
      interval: 50,
    });
  const simulated = ["TicketShopSlow"];
  await seen({ event: "state", state: "simulating TicketShopSlow", simulated });
  const targets = model.jobs.flatMap(({ name, targets: own }) =>
    own.map(({ instance }) => ({ job: name, instance, url: expect.stringContaining("://127.0.0.1:") })),
  );
  expect(events()).toContainEqual({ event: "targets", targets });
  const authorization = expect.stringMatching(/^Bearer ./);
  expect(events()).toContainEqual({ event: "secret", secret: "shop_status_token", authorization });
  simulate.type("ok");
  await seen({ event: "said", simulated: [] });
  simulate.signal("SIGINT");
  expect(await simulate.exitCode).toBe(0);
});

test.each([
  [["--fire", "TicketShopSlo"], "there is no alert \"TicketShopSlo\" (did you mean 'TicketShopSlow'?)\n"],
  [["--speed", "0"], "Option '--speed' takes a number from 1 on, not '0'.\n"],
])("simulate %j is wrong use", async (args, message) => {
  const simulate = startCommand("simulate", args);
  expect(await simulate.exitCode).toBe(2);
  expect(simulate.printed()).toBe(`${message}"signalbox simulate --help" lists the options.\n`);
});

test("--help lists the options", async () => {
  const simulate = startCommand("simulate", ["--help"]);
  expect(await simulate.exitCode).toBe(0);
  for (const option of ["--fire", "--speed"]) expect(simulate.printed()).toContain(option);
});
