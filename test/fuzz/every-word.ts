// A shop with every word of the language and every option of it, so that each can be given a value that nobody expects.
import {
  alert,
  annotation,
  asLabel,
  barGauge,
  compose,
  copyRoute,
  counter,
  dashboard,
  discord,
  email,
  failing,
  gauge,
  gaugePanel,
  heatmap,
  histogram,
  holds,
  inhibition,
  jsonEndpoint,
  jsonFields,
  leftOut,
  linkedAlerts,
  logSource,
  metrics,
  msTeams,
  opsgenie,
  pagerDuty,
  percent,
  pieChart,
  platform,
  probe,
  probeModule,
  promql,
  query,
  question,
  receiver,
  recording,
  route,
  row,
  ruleGroup,
  runbook,
  runs,
  scrapeJob,
  secretFile,
  service,
  severity,
  slack,
  slo,
  stat,
  stateTimeline,
  summary,
  table,
  telegram,
  text,
  timeInterval,
  timeSeries,
  variable,
  webhook,
  type Definitions,
} from "signalbox";
import { allContainers } from "../checks/small-platform.ts";

/** Nothing scrapes the machine itself. */
const { "node-exporter": _unscraped, ...containers } = allContainers;

/** What a word is given: it may come back changed. */
export type Given = <const T>(word: string, options: T) => T;

/** The shop, made anew: what `given` is asked is all that its author wrote. */
export function everyWord(given: Given): Definitions {
  const policies = policiesOf(given);
  const monitored = monitoredOf(given);
  const rules = rulesOf(given, policies, monitored);
  const shop = service(given("service name", "shop"), {
    ...given("service", {
      title: "Shop",
      description: "Where people buy.",
      owner: "Shop team",
      logFolder: { variable: "SHOP_LOGS", default: "/var/log/shop" },
      allow: {},
    }),
    jobs: monitored.jobs,
    metrics: monitored.metrics,
    jsonFields: monitored.jsonFields,
    ...rules,
    dashboards: dashboardsOf(given, monitored, rules),
    logs: logsOf(given),
    runbooks: runbooksOf(given, rules),
    copies: copiesOf(given, policies),
    inhibitions: {
      own: inhibition(
        "own",
        given("inhibition", {
          source: { alert: rules.alerts.FewOrders },
          target: { labels: { guard: "" } },
          equal: ["service"],
        }),
      ),
    },
  });
  return { platform: platformOf(given, policies), services: [shop] };
}

type Policies = ReturnType<typeof policiesOf>;

function policiesOf(given: Given) {
  const file = (name: string) =>
    secretFile(given("secretFile name", name), given("secretFile purpose", "What it is for."));
  const critical = severity(
    given("severity name", "critical"),
    given("severity", { rank: 1, response: "at once", color: "red" }),
  );
  const low = severity("low", {
    rank: 2,
    response: "on the next business day",
    color: "blue",
    allow: { "policy-is-used": "no alert of this shop is low" },
  });
  const notifiers = [
    slack(given("slack", { webhookUrl: file("slack_url"), channel: "#alerts" })),
    pagerDuty(given("pagerDuty", { routingKey: file("pagerduty_key") })),
    discord(given("discord", { webhookUrl: file("discord_url") })),
    email(given("email", { to: "people@shop.internal" })),
    webhook(given("webhook", { url: file("webhook_url") })),
    msTeams(given("msTeams", { webhookUrl: file("msteams_url") })),
    opsgenie(
      given("opsgenie", {
        apiKey: file("opsgenie_key"),
        region: "eu",
        responders: [{ type: "team", name: "Shop" }],
        tags: ["shop"],
      }),
    ),
    telegram(given("telegram", { botToken: file("telegram_token"), chatId: -1001234567890, topic: 7 })),
  ];
  const onCall = receiver(
    given("receiver name", "on-call"),
    given("receiver", { description: "Whoever is on call.", notifiers, sendResolved: true }),
  );
  const hours = timeInterval(
    given("timeInterval name", "hours"),
    given("timeInterval", {
      weekdays: ["monday:friday"],
      times: [{ from: "09:00", to: "17:00" }],
      location: "Europe/Berlin",
    }),
  );
  return { file, critical, low, onCall, hours };
}

function platformOf(given: Given, { file, critical, low, onCall, hours }: Policies) {
  const urgent = route(
    given("route", {
      match: { severity: [critical, low], labels: { region: ["eu", "us"] } },
      receiver: onCall,
      groupBy: ["alertname"],
      groupWait: "30s",
      groupInterval: "5m",
      repeatInterval: "4h",
      mutedDuring: [hours],
      continue: true,
      allow: {},
    }),
  );
  const all = route(given("second route", { match: { severity: [critical, low] }, receiver: onCall }));
  return platform(
    given("platform", {
      severities: { critical, low },
      receivers: { onCall },
      timeIntervals: { hours },
      routing: route(
        given("root route", {
          receiver: onCall,
          groupBy: ["alertname", "service"],
          groupWait: "30s",
          groupInterval: "5m",
          repeatInterval: "4h",
          routes: [urgent, all],
        }),
      ),
      inhibitions: {},
      mail: {
        smarthost: "smtp.example.org:587",
        from: "alerts@example.org",
        user: "alerts",
        password: file("smtp_password"),
      },
      logs: {
        output: "elasticsearch",
        indexPrefix: "shop-logs",
        user: "elastic",
        password: file("elasticsearch_password"),
        keepDays: 30,
        timeZone: "Europe/Berlin",
      },
      prometheus: {
        scrapeInterval: "15s",
        scrapeTimeout: "10s",
        evaluationInterval: "30s",
        externalLabels: { environment: "production" },
        retention: "40d",
        retentionSizeGiB: 10,
      },
      alertmanager: { retention: "120h" },
      docsUrl: "https://docs.example.org",
      externalUrls: {
        prometheus: "http://localhost:9090",
        alertmanager: "http://localhost:9093",
        grafana: "http://localhost:3000",
      },
      deploy: compose(
        given("compose", {
          name: "small",
          containers,
          hostAlias: "host.docker.internal",
          grafana: { adminUser: "admin", adminPassword: file("grafana_admin_password") },
        }),
      ),
      allow: { "placeholders-are-filled": "it is a test" },
    }),
  );
}

type Monitored = ReturnType<typeof monitoredOf>;

function monitoredOf(given: Given) {
  const labels = { service: "shop", region: "eu" } as const;
  const api = scrapeJob(
    given("scrapeJob name", "shop-api"),
    given("scrapeJob", {
      description: "The shop's program.",
      targets: ["localhost:8080"],
      labels,
      every: "15s",
      timeout: "5s",
      path: "/metrics",
      scheme: "http",
      bearerToken: secretFile("shop_token", "Token of the shop."),
      fallbackProtocol: "PrometheusText0.0.4",
      unguarded: "the shop has no orders at night",
    }),
  );
  const front = probe(
    given("probe name", "shop-front"),
    given("probe", {
      description: "The shop as buyers see it.",
      targets: ["http://localhost:8080/"],
      labels,
      module: probeModule(
        given("probeModule name", "http_shop"),
        given("probeModule", {
          description: "Must be the shop.",
          timeout: "5s",
          validStatusCodes: [200],
          bodyMatches: ["shop"],
          bodyMustNotMatch: ["error"],
          followRedirects: false,
          requireTls: false,
          bearerToken: secretFile("front_token", "Token of the front."),
        }),
      ),
    }),
  );
  const till = jsonEndpoint(
    given("jsonEndpoint name", "shop-till"),
    given("jsonEndpoint", {
      description: "What the till says.",
      targets: ["http://localhost:8081/till"],
      labels,
      sample: { coins: 12, state: "open", notes: [1] },
      bearerToken: secretFile("till_token", "Token of the till."),
    }),
  );
  const sales = metrics(api, {
    shop_orders_total: counter(
      given("counter", {
        help: "Orders that were placed.",
        unit: "orders",
        labels: { channel: ["web", "phone"] },
      }),
    ),
    shop_queue_length: gauge(
      given("gauge", { help: "Who waits.", unit: "people", comesAndGoes: "it closes" }),
    ),
    shop_answer_seconds: histogram(
      given("histogram", { help: "Answers.", unit: "seconds", buckets: [0.1, 0.5, 1] }),
    ),
    shop_pack_seconds: summary(
      given("summary", { help: "Packing.", unit: "seconds", quantiles: [0.5, 0.9], unused: "not yet" }),
    ),
  });
  const tills = metrics(till, {
    shop_coins: gauge(given("json gauge", { help: "Coins.", unit: "coins" })),
    shop_till_state: gauge({ help: "How it is.", unit: "bool", labels: { state: ["open", "shut"] } }),
  });
  const fields = jsonFields(
    till,
    given("jsonFields", {
      coins: tills.shop_coins,
      state: asLabel(tills.shop_till_state, "state"),
      notes: leftOut(given("leftOut", "nobody asks for them")),
    }),
  );
  return {
    api,
    front,
    sales,
    tills,
    jobs: { api, front, till },
    metrics: { sales, tills },
    jsonFields: { fields },
  };
}

type Rules = ReturnType<typeof rulesOf>;

function rulesOf(given: Given, { critical }: Policies, { front, sales }: Monitored) {
  const orders = sales.shop_orders_total;
  const web = orders.where({ channel: given("where", "web") });
  const orderRate = recording(
    "instance:shop_orders:rate5m",
    orders.rate(given("rate", "5m")).sumBy("instance", "service"),
    given("recording", {
      help: "Orders per second, over 5 minutes.",
      unit: "orders/s",
      example: {
        given: [runs(web, 3), runs(orders.where({ channel: "phone" }), given("runs", 2))],
        expect: 5,
      },
    }),
  );
  const FewOrders = alert(
    given("alert", {
      severity: critical,
      component: "sales",
      expr: orderRate.lt(given("lt", 1)),
      for: "5m",
      keepFiringFor: "5m",
      labels: { team: "sales" },
      group: ruleGroup(given("ruleGroup name", "shop_orders"), given("ruleGroup", { every: "30s" })),
      scenario: {
        given: [runs(web, given("levels", { ok: 3, limit: 1, firing: 0.9375 }))],
        whenMissing: "silent",
      },
      summary: ({ labels, value }) => `${labels.instance} takes ${value}`,
      description: ({ threshold }) => `There were fewer than ${threshold} for 5 minutes.`,
      impact: "Nobody can buy.",
      actions: ["Read the log of the shop."],
      equivalentMutants: {},
    }),
  );
  const LongQueue = alert(
    given("second alert", {
      severity: critical,
      component: "queue",
      expr: promql<{}, "people">`${sales.shop_queue_length} > 100`,
      for: "5m",
      scenario: holds(sales.shop_queue_length, given("holds", { ok: 3, firing: 200 })),
      summary: "Too many wait",
      description: "They will leave.",
      impact: "People leave.",
      actions: ["Open another till."],
    }),
  );
  const FrontDown = alert({
    severity: critical,
    component: "front",
    expr: front.up.eq(0),
    for: "5m",
    downOf: front,
    scenario: holds(front.up, { ok: 1, firing: 0 }),
    summary: "The shop is shut",
    description: "It does not answer.",
    impact: "Nobody can buy.",
    actions: ["Start it."],
  });
  const succeed = slo(
    given("slo id", "shop-orders"),
    given("slo", {
      title: "Orders succeed",
      description: "Whoever orders wants to pay.",
      impact: "People give up.",
      component: "orders",
      objective: percent(99.5),
      window: "30d",
      indicator: failing(web, given("failing", { of: orders, words: "of the orders fail" })),
      minimumTraffic: 0.05,
      alerting: { page: { severity: critical }, ticket: { severity: critical, for: "5m" } },
      allow: { "slos-are-heard-at-night": "nobody buys then" },
    }),
  );
  return {
    recordings: { orderRate },
    alerts: { FewOrders, LongQueue, FrontDown },
    slos: { succeed },
  };
}

function dashboardsOf(given: Given, { sales, tills, front }: Monitored, { recordings, alerts }: Rules) {
  const titled = { description: "What it shows.", width: 12, height: 8, links: [] } as const;
  const { orderRate } = recordings;
  const panels = [
    timeSeries(
      given("timeSeries", {
        ...titled,
        title: "Orders",
        queries: [query(orderRate, given("query", { legend: "{{instance}}" }))],
        unit: "count/s",
        decimals: 1,
        min: 0,
        max: 10,
        stacked: false,
        thresholds: [alerts.FewOrders, { value: 5, color: "green", side: "above" }],
        links: [{ title: "Guide", url: "https://docs.shop.internal/guide", time: true }],
      }),
    ),
    stat(
      given("stat", {
        ...titled,
        title: "Who waits",
        queries: [sales.shop_queue_length],
        valueNames: { 0: { text: "nobody", color: "green" } },
        thresholds: [alerts.LongQueue],
      }),
    ),
    gaugePanel(
      given("gaugePanel", { ...titled, title: "Queue", queries: [sales.shop_queue_length], min: 0, max: 9 }),
    ),
    barGauge(given("barGauge", { ...titled, title: "Coins", queries: [tills.shop_coins] })),
    stateTimeline(
      given("stateTimeline", {
        ...titled,
        title: "State",
        queries: [tills.shop_till_state],
        valueNames: { 1: { text: "so", color: "green" } },
      }),
    ),
    heatmap(
      given("heatmap", {
        ...titled,
        title: "Answers",
        queries: [sales.shop_answer_seconds.bucket.rate("5m").sumBy("le").asVector()],
      }),
    ),
    table(
      given("table", {
        ...titled,
        title: "Servers",
        queries: [query(sales.shop_queue_length, { instant: true })],
        columns: { instance: "Server" },
      }),
    ),
    pieChart(
      given("pieChart", {
        ...titled,
        title: "Channels",
        queries: [query(orderRate.sumBy("instance"), { instant: true })],
        shape: "donut",
        labels: ["percent"],
        legend: ["value"],
      }),
    ),
    stat(given("linked", { ...titled, title: "Alerts", queries: [linkedAlerts(given("linkedAlerts", {}))] })),
    stat(
      given("up", {
        ...titled,
        title: "Front",
        queries: [front.up],
        valueNames: { 1: { text: "up", color: "green" } },
      }),
    ),
    text(given("text", { title: "Words", description: "What to know.", markdown: "Some *words*." })),
  ];
  const overview = dashboard(
    given("dashboard uid", "shop-overview"),
    given("dashboard", {
      title: "Shop overview",
      description: "Whether people buy.",
      folder: "Shop",
      tags: ["shop"],
      refresh: "30s",
      last: "6h",
      variables: [
        variable(
          given("variable name", "server"),
          given("variable", {
            title: "Server",
            of: sales.shop_queue_length,
            label: "instance",
            multiple: true,
          }),
        ),
      ],
      annotations: [
        annotation(
          given("annotation name", "Rushes"),
          given("annotation", {
            expr: orderRate.maxOverTime("$__rate_interval").gt(100),
            color: "blue",
            text: "{{instance}} is busy",
          }),
        ),
      ],
      links: [{ title: "Guide", url: "https://docs.shop.internal", time: false }],
      rows: [row(given("row title", "Sales"), given("panels", panels), given("row", { collapsed: false }))],
    }),
  );
  return { overview };
}

function logsOf(given: Given) {
  return {
    errors: logSource(
      given("logSource id", "shop-errors"),
      given("logSource", {
        description: "Why orders failed.",
        files: ["error.log"],
        format: "level lines",
        multiline: true,
        dataset: "shop.errors",
        tags: ["shop"],
      }),
    ),
  };
}

function runbooksOf(given: Given, { alerts, recordings }: Rules) {
  return {
    slow: runbook(
      given("runbook", {
        title: "Few orders while nobody waits",
        pattern: "The rate goes down.",
        questions: [
          question(
            recordings.orderRate,
            given("question", { asks: "Does anybody buy?", means: "0: nobody." }),
          ),
        ],
        causes: ["A broken basket."],
        actions: ["Look at the page."],
        alerts: [alerts.FewOrders],
      }),
    ),
  };
}

function copiesOf(given: Given, { critical, onCall }: Policies) {
  return {
    urgent: copyRoute(
      given("copyRoute", { match: { severity: critical }, receiver: onCall, groupBy: ["alertname"] }),
    ),
  };
}
