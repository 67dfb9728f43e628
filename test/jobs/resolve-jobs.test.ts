import {
  jsonEndpoint,
  jsonFields,
  leftOut,
  probe,
  probeModule,
  scrapeJob,
  secretFile,
  service,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { resolveJobs } from "../../generators/model/resolve-jobs.ts";
import type { JobModel } from "../../generators/jobs/index.ts";
import type { Job } from "../../generators/language/jobs.ts";
import type { Service } from "../../generators/language/service.ts";
import { smallPlatform } from "../checks/small-platform.ts";

const description = "Something that is scraped.";
const allow = { "targets-are-in-the-stack": "it is elsewhere" };
const bearerToken = secretFile("token", "A token.");
const module = probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" });

function resolved(jobs: Readonly<Record<string, Job>>, parts: Partial<Service> = {}): JobModel[] {
  const shop = service("shop", {
    title: "Shop",
    description: "A shop.",
    owner: "Us",
    jobs,
    metrics: {},
    ...parts,
  });
  return resolveJobs(shop, smallPlatform, []);
}

test("a scrape job gets the platform's times and the usual path where it says none", () => {
  const job = scrapeJob("api", {
    description,
    targets: ["localhost:80", "till:81"],
    labels: { team: "sales" },
  });
  expect(resolved({ job })).toEqual([
    {
      kind: "scrape",
      absentWhileStopped: false,
      name: "api",
      service: "shop",
      description,
      every: "15s",
      everyMs: 15_000,
      timeout: "10s",
      timeoutMs: 10_000,
      metricSteps: [],
      path: "/metrics",
      scheme: "http",
      request: {},
      targets: [
        { written: "localhost:80", address: "host.docker.internal:80", instance: "localhost:80" },
        { written: "till:81", address: "till:81", instance: "till:81" },
      ],
      labels: { team: "sales" },
      place: job.place,
      allow: {},
    },
  ]);
});

test("what a scrape job says is kept", () => {
  const said = { every: "1m", timeout: "20s", path: "/stats", scheme: "https", allow } as const;
  const request = { bearerToken, headers: { "X-Scope-OrgID": "shop" } };
  const job = scrapeJob("api", { description, targets: ["shop.example.org:443"], ...said, ...request });
  expect(resolved({ job })).toEqual([
    expect.objectContaining({ ...said, request, everyMs: 60_000, timeoutMs: 20_000 }),
  ]);
});

test("the platform's timeout is never longer than a job's own interval", () => {
  const job = scrapeJob("api", { description, targets: ["localhost:80"], every: "5s" });
  expect(resolved({ job })).toEqual([
    expect.objectContaining({ every: "5s", timeout: "5s", timeoutMs: 5000 }),
  ]);
});

describe("localhost is the host, seen from a container; instance is what the author wrote", () => {
  const addressOf = (target: `${string}:${number}`) =>
    resolved({ job: scrapeJob("api", { description, targets: [target] }) })[0]?.targets[0]?.address;

  test.each([
    ["localhost:80", "host.docker.internal:80"],
    ["localhost.example.org:80", "localhost.example.org:80"],
    ["my-localhost:80", "my-localhost:80"],
  ] as const)("%s", (target, address) => {
    expect(addressOf(target)).toBe(address);
  });

  test.each([
    ["http://localhost:80/health", "http://host.docker.internal:80/health"],
    ["https://localhost/", "https://host.docker.internal/"],
    ["http://localhost", "http://host.docker.internal"],
    ["https://shop.example.org/localhost:80", "https://shop.example.org/localhost:80"],
  ] as const)("a probe of %s", (url, address) => {
    const job = probe("door", { description, module, targets: [url] });
    expect(resolved({ job })).toEqual([
      expect.objectContaining({ kind: "probe", module, targets: [{ written: url, address, instance: url }] }),
    ]);
  });

  test.each([
    ["http://localhost:80/stats", "http://host.docker.internal:80/stats", "localhost:80"],
    ["https://shop.example.org/a/b?c=d", "https://shop.example.org/a/b?c=d", "shop.example.org"],
    ["http://till:81?all=1", "http://till:81?all=1", "till:81"],
  ] as const)("a JSON endpoint at %s has host and port for its instance", (url, address, instance) => {
    const job = jsonEndpoint("stats", { description, targets: [url], sample: { orders: 1 } });
    expect(resolved({ job })[0]?.targets).toEqual([{ written: url, address, instance }]);
  });
});

test("a JSON endpoint has the fields of its own mapping only", () => {
  const sample = { orders: 1 };
  const one = jsonEndpoint("one", { description, targets: ["http://localhost:81/"], sample, bearerToken });
  const two = jsonEndpoint("two", { description, targets: ["http://localhost:82/"], sample });
  const mappings = {
    ofTwo: jsonFields(two, { orders: leftOut("of two") }),
    ofOne: jsonFields(one, { orders: leftOut("of one") }),
  };
  const found = resolved({ one, two }, { jsonFields: mappings });
  expect(found.map((job) => job.kind === "json" && [job.bearerToken, job.leftOut])).toEqual([
    [bearerToken, [{ path: "orders", reason: "of one" }]],
    [undefined, [{ path: "orders", reason: "of two" }]],
  ]);
});

test("jobs go as they stand in the file", () => {
  const first = scrapeJob("z", { description, targets: ["localhost:80"] });
  const second = scrapeJob("a", { description, targets: ["localhost:81"] });
  expect(resolved({ second, first }).map(({ name }) => name)).toEqual(["z", "a"]);
});

test("targets are down while they are stopped, unless the job says that they are absent", () => {
  const targets = ["till:81"] as const;
  const jobs = {
    usual: scrapeJob("usual", { description, targets }),
    absent: scrapeJob("absent", { description, targets, absentWhileStopped: true }),
  };
  expect(resolved(jobs).map(({ absentWhileStopped }) => absentWhileStopped)).toEqual([false, true]);
});
