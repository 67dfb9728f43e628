import { alert, counter, gauge, metrics, scrapeJob, type AlertDefinition } from "signalbox";
import { describe, expect, test } from "vitest";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { api, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "names-follow-conventions";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const foreign =
  'if another program chose the name, say so once for all its metrics: metrics(…, { … }, { foreignNames: "who names them" })';
const foreignRules =
  'if somebody else chose the names of this service\'s rules, say who: service(…, { foreignNames: "who names them" })';
const firing = (more: Partial<Pick<AlertDefinition, "labels" | "allow">> = {}) => ({
  ...plainWords,
  expr: orderRate.gt(5),
  ...more,
});

test.each(["manyOrders", "many_orders", "Many_Orders", "5Orders"])("no alert is called %s", (name) => {
  // badly named
  const one = alert(firing());
  expect(problems({ alerts: { [name]: one } })).toEqual([
    `${at("badly named")}: alert "${name}" is not named as alerts are (${id})\n` +
      `  fix: name the export in CamelCase, such as TicketShopFailing; ${foreignRules}`,
  ]);
});

test("a counter ends with _total", () => {
  const more = metrics(api, {
    // no total
    shop_visits: counter({ help: "Visits.", unit: "visits" }),
  });
  expect(problems({ metrics: { more } })).toEqual([
    `${at("no total")}: counter "shop_visits" is not named as counters are (${id})\n` +
      `  fix: end its name with _total, or declare it as a gauge if it can fall; ${foreign}`,
  ]);
});

test.each(["shop:visits_total", "shop.visits_total", "1_visits_total", "shop visits_total"])(
  "no metric is called %s",
  (name) => {
    // no metric
    const visits = counter({ help: "Visits.", unit: "visits" });
    expect(problems({ metrics: { more: metrics(api, { [name]: visits }) } })).toEqual([
      `${at("no metric")}: metric "${name}" is not named as metrics are (${id})\n` +
        `  fix: use letters, digits and _ only; colons are for recordings; ${foreign}`,
    ]);
  },
);

const labelFix = "  fix: use letters, digits and _ only, and do not start with __";

test("labels that start with __ are Prometheus' own, wherever they are given", () => {
  // of the metric
  const visits = gauge({ help: "Visits.", unit: "visits", labels: { __kind: "*" } });
  // of the job
  const till = scrapeJob("shop-till", {
    description: "The till.",
    targets: ["localhost:8082"],
    labels: { __place: "left" },
  });
  // of the alert
  const Firing = alert(firing({ labels: { __team: "sales" } }));
  const parts = {
    jobs: { till },
    metrics: { more: metrics(api, { shop_visits: visits }) },
    alerts: { Firing },
  };
  expect(problems(parts)).toEqual([
    `${at("of the metric")}: label "__kind" of metric "shop_visits" is not named as labels are (${id})\n${labelFix}`,
    `${at("of the job")}: label "__place" of job "shop-till" is not named as labels are (${id})\n${labelFix}`,
    `${at("of the alert")}: label "__team" of alert "Firing" is not named as labels are (${id})\n${labelFix}`,
  ]);
});

test("names that follow them are fine", () => {
  const more = metrics(api, {
    Shop_visits2_total: counter({ help: "Visits.", unit: "visits", labels: { _kind: "*", Kind2: "*" } }),
    shop_things_total: gauge({ help: "A gauge may be called so, if it comes so.", unit: "things" }),
  });
  const alerts = { X: alert(firing()), HTTP5xxMany: alert(firing({ labels: { team: "sales" } })) };
  expect(problems({ metrics: { more }, alerts })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the library calls it so" };
  const more = metrics(api, { shop_visits: counter({ help: "Visits.", unit: "visits", allow }) });
  expect(problems({ metrics: { more } })).toEqual([]);
});

describe("names of a program that is not the author's", () => {
  const reason = { foreignNames: "postgres_exporter names them" };
  const deadlocks = () => counter({ help: "Deadlocks.", unit: "deadlocks" });

  test("are said once for a group, and are fine then", () => {
    const more = metrics(
      api,
      {
        pg_stat_database_deadlocks: deadlocks(),
        pg_stat_activity_count: gauge({ help: "Connections.", unit: "connections" }),
        redis_migrate_cached_sockets_total: gauge({ help: "Sockets.", unit: "sockets" }),
        pg_stat_database_blk_read_time: counter({ help: "Reading.", unit: "milliseconds" }),
        node_memory_MemAvailable_bytes: gauge({ help: "Memory.", unit: "bytes" }),
        "job:federated_requests:rate5m": gauge({ help: "Of another Prometheus.", unit: "requests" }),
      },
      reason,
    );
    expect(problems({ metrics: { more } })).toEqual([]);
  });

  test("are checked in every other group as before", () => {
    const theirs = metrics(api, { pg_stat_database_deadlocks: deadlocks() }, reason);
    const ours = metrics(api, { shop_visits: counter({ help: "Visits.", unit: "visits" }) });
    expect(problems({ metrics: { theirs, ours } })).toEqual([expect.stringContaining('"shop_visits"')]);
  });

  test("are names that PromQL takes without quotes", () => {
    const more = metrics(api, { "jvm.memory.used": gauge({ help: "Memory.", unit: "bytes" }) }, reason);
    expect(problems({ metrics: { more } })).toEqual([
      expect.stringContaining("fix: use letters, digits, _ and : only; Prometheus needs quotes"),
    ]);
  });

  test("that are like all others need no reason: it would hide the next mistake", () => {
    // like all others
    const more = metrics(api, { shop_visits_total: counter({ help: "Visits.", unit: "visits" }) }, reason);
    expect(problems({ metrics: { more } })).toEqual([
      `${at("like all others")}: foreignNames is set ("postgres_exporter names them"), but all these names follow the conventions (${id})\n` +
        "  fix: remove `foreignNames`",
    ]);
  });

  test("need a reason that says something", () => {
    // no reason
    const more = metrics(api, { pg_stat_database_deadlocks: deadlocks() }, { foreignNames: " " });
    expect(problems({ metrics: { more } })).toEqual([
      `${at("no reason")}: foreignNames has no reason (${id})\n` +
        '  fix: say who names them: foreignNames: "postgres_exporter names them"',
    ]);
  });
});

describe("rules of a service that somebody else names", () => {
  const rate = sales.shop_orders_total.rate("5m").sumBy("instance");
  const own = recording("instance:shop_orders_more:rate5m", rate);
  const ofService = (foreignNames: string, parts: Parts) => {
    const { services, ...rest } = definitionsWith(parts);
    return { ...rest, services: services.map((one) => ({ ...one, foreignNames })) };
  };
  const foreignly = (parts: Parts, reason = "A mixin names them.") =>
    problemsOf(id, ofService(reason, parts));

  test.each(["instance:orders:rate:sum", "count:up1", "up1", "orders:availability30d"])(
    "the recording %s is refused, and says how to declare it",
    (name) => {
      // of somebody else
      const odd = recording(name, rate);
      expect(problems({ recordings: { odd } })).toEqual([
        `${at("of somebody else")}: recording "${name}" is not named as recordings are (${id})\n` +
          `  fix: name it level:metric:operations, such as job:http_requests:rate5m; ${foreignRules}`,
      ]);
      expect(foreignly({ recordings: { odd } })).toEqual([]);
    },
  );

  test("a level that says something else is not looked at", () => {
    const level = "recording-levels-name-their-labels";
    const odd = recording("cluster:shop_orders:sum", rate);
    expect(problemsOf(level, definitionsWith({ recordings: { odd } }))).toHaveLength(1);
    const definitions = ofService("A mixin names them.", { recordings: { odd } });
    expect([...problemsOf(level, definitions), ...problemsOf(id, definitions)]).toEqual([]);
  });

  test.each(["manyOrders", "many_orders", "Many_Orders"])("the alert %s is fine", (name) => {
    expect(foreignly({ alerts: { [name]: alert(firing()) } })).toEqual([]);
  });

  test.each(["5Orders", "Many orders", "Many(>5)"])("the alert %s would name a file that is none", (name) => {
    expect(foreignly({ alerts: { [name]: alert(firing()) } })).toEqual([
      expect.stringContaining("fix: use letters, digits and _ only: files and links are named after it"),
    ]);
  });

  test.each(["many_orders", "Many(>5)"])(
    "an alert may be named %s, whatever its export is called",
    (named) => {
      const Firing = alert({ ...firing(), named });
      expect(problems({ alerts: { Firing } })).toEqual([
        expect.stringContaining(`alert "${named}" is not named as alerts are (${id})`),
      ]);
      expect(foreignly({ alerts: { Firing } })).toEqual([]);
    },
  );

  test("where nobody need say it, it is to be removed", () => {
    expect(foreignly({ recordings: { own } })).toEqual([
      expect.stringMatching(/foreignNames of service "shop" is set .* are named by the conventions/),
    ]);
  });

  test("it says who", () => {
    const odd = recording("up1", rate);
    expect(foreignly({ recordings: { odd } }, "")).toEqual([
      expect.stringContaining('foreignNames of service "shop" has no reason'),
    ]);
  });
});
