import { describe, expect, test } from "vitest";
import type { Model } from "../../generators/model/model.ts";
import { filebeat } from "../../generators/targets/filebeat/config.ts";
import {
  logGuide,
  lineFields,
  requestFields,
  exampleLines,
} from "../../generators/targets/docs/log-guide.ts";
import { flat, ship } from "./filebeat-pipeline.ts";
import { log, loggingShop } from "./small-log.ts";
import {
  allContainers,
  smallDeploy,
  smallLogs,
  smallModel,
  smallPlatform,
  toLogstash,
} from "./small-model.ts";

const page = (parts: Partial<Model> = {}) =>
  logGuide(smallModel({ services: [loggingShop], logs: [log()], ...parts }))["docs/logs.md"] ?? "";

test("without logs there is no page", () => {
  expect(logGuide(smallModel())).toEqual({});
});

describe("the example lines have the fields that the page says", () => {
  const fieldsOf = (format: "level lines" | "access lines") => {
    const model = smallModel({ services: [loggingShop], logs: [log({ format })] });
    const config = filebeat(model)["filebeat/filebeat.yml"] ?? "";
    const [event = {}] = ship(config, "shop.console", [exampleLines[format]]);
    return flat(event);
  };

  test("level lines", () => {
    expect(Object.keys(fieldsOf("level lines")).sort()).toEqual(Object.keys(lineFields).sort());
    expect(fieldsOf("level lines")).toMatchObject({ "log.level": "error" });
  });

  test("access lines", () => {
    const fields = [...Object.keys(lineFields), ...Object.keys(requestFields), "client.ip", "source.ip"];
    expect(Object.keys(fieldsOf("access lines")).sort()).toEqual(fields.sort());
    expect(fieldsOf("access lines")).toMatchObject({ "event.duration": 12_300_000 });
  });
});

describe("what can be asked", () => {
  test("of level lines: nothing about requests", () => {
    expect(page()).toContain(`\`\`\`text
service.name : "shop" and log.level : "error"
event.dataset : "shop.console" and message : "failed"
tags : "unparsed"
\`\`\``);
    expect(page()).not.toContain("http.");
  });

  test("of access lines, and of tags", () => {
    const access = log({ id: "access", format: "access lines", dataset: 'the "shop"', tags: ["web"] });
    expect(page({ logs: [access] })).toContain(`
event.dataset : "the \\"shop\\"" and http.response.status_code >= 500
event.dataset : "the \\"shop\\"" and event.duration > 1000000000
tags : "web"
tags : "unparsed"
`);
  });
});

describe("where lines are", () => {
  test("in Elasticsearch: how long, and where Kibana is, if its port is open", () => {
    expect(page()).toContain("which stores it for 30 days in `shop-logs-*`");
    expect(page()).toContain("1. Open Kibana and sign in as `elastic`");
    expect(page()).not.toContain("curl");
    const containers = allContainers;
    const platform = smallPlatform({
      deploy: smallDeploy({
        containers: {
          ...containers,
          kibana: { ...containers.kibana, hostPort: 5602 },
          elasticsearch: { ...containers.elasticsearch, hostPort: 9201 },
        },
      }),
    });
    expect(page({ platform })).toContain("1. Open Kibana at http://localhost:5602 and sign in");
    expect(page({ platform })).toContain(
      "curl -u elastic 'http://localhost:9201/_cat/indices/shop-logs-*?v&s=index'",
    );
  });

  test("at Logstash: nothing of this stack keeps or searches them", () => {
    const platform = toLogstash("a.example.org:5044");
    expect(page({ platform })).toContain("sends it to Logstash at a.example.org:5044.");
    expect(page({ platform })).not.toMatch(/Kibana|Elasticsearch|## Search/);
  });
});

test("files: the folder, the format, the tags", () => {
  const logs = [log({ files: ["a|b.log", "c.log"], multiline: true, tags: ["x"] })];
  expect(page({ logs })).toContain(
    "In the folder set by `SHOP_LOGS` in `.env`, or in `/srv/shop` by default:\n\n" +
      "| files | contents | format | dataset |\n| --- | --- | --- | --- |\n" +
      "| `a\\|b.log`<br>`c.log` | What the shop prints. Tagged `x`. | level lines, multiline | `shop.console` |\n",
  );
  const unnamed = { ...loggingShop, logFolder: { variable: "SHOP_LOGS", default: "" } };
  expect(page({ services: [unnamed] })).toContain("set by `SHOP_LOGS` in `.env`, which must be set:");
});

describe("with which rights Filebeat writes", () => {
  const role = `\`\`\`text
PUT _security/role/shop-logs-writer
{
  "cluster": [
    "monitor",
    "manage_ilm",
    "manage_index_templates"
  ],
  "indices": [
    {
      "names": [
        "shop-logs-*"
      ],
      "privileges": [
        "manage",
        "auto_configure",
        "create_doc"
      ]
    }
  ]
}
\`\`\``;
  const page = (logs: Parameters<typeof smallPlatform>[0]) =>
    logGuide(smallModel({ services: [loggingShop], logs: [log()], platform: smallPlatform(logs) }))[
      "docs/logs.md"
    ] ?? "";

  test("here: its own role, which the stack makes", () => {
    expect(page({})).toContain(
      "Filebeat signs in as `shop-logs-writer`, with a role of that name. It can bring its index template and its lifecycle policy, and add lines; it can read none. `filebeat-login` makes both",
    );
    expect(page({})).toContain(role);
  });

  test("elsewhere: the role that the user must be given", () => {
    const text = page({ logs: { ...smallLogs, hosts: ["https://logs.example.org"], user: "shipper" } });
    expect(text).toContain("Filebeat signs in as `shipper`.");
    expect(text).toContain("makes the role `shop-logs-writer`");
    expect(text).toContain(role);
  });

  test("to Logstash: none", () => {
    expect(page(toLogstash("logs.example.org:5044"))).not.toContain("role");
  });
});
