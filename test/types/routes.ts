// Routes and inhibitions that cannot be. Each line under a `@ts-expect-error` must not compile.
import { alert, copyRoute, inhibition, receiver, route, service, severity, slo } from "signalbox";
import { api, orderRate, plainWords } from "../checks/small-shop.ts";
import { plainSlo } from "../checks/small-slo.ts";

const team = receiver("team", { description: "The team.", notifiers: [] });
const urgent = severity("urgent", { rank: 1, response: "at once", color: "red" });
const Few = alert({ ...plainWords, expr: orderRate.lt(1) });
const budget = slo("budget", plainSlo);

route({ receiver: team, match: { alert: Few } });
route({ receiver: team, match: { alert: [Few, Few], severity: urgent, labels: { slo: "" } } });
route({ receiver: team, match: { slo: budget, labels: { burn: ["fast"] } } });
copyRoute({ receiver: team });
copyRoute({ receiver: team, match: { alert: Few, slo: [budget], severity: [urgent] }, groupWait: "1m" });
inhibition("fine", { source: { alert: Few }, target: { alert: [Few] }, equal: [] });

receiver("check-in", { description: "Somebody outside.", notifiers: [], sendResolved: false });
// @ts-expect-error it is sent or not
receiver("check-in", { description: "Somebody outside.", notifiers: [], sendResolved: "never" });
// @ts-expect-error an alert by its name
route({ receiver: team, match: { alert: "Few" } });
// @ts-expect-error alerts by their names
route({ receiver: team, match: { alert: ["Few"] } });
// @ts-expect-error the label that identifies an alert
route({ receiver: team, match: { alertname: "Few" } });
// @ts-expect-error the same among other labels
route({ receiver: team, match: { labels: { alertname: "Few" } } });
// @ts-expect-error what has a word of its own
route({ receiver: team, match: { labels: { severity: "urgent" } } });
// @ts-expect-error an SLO by its id
route({ receiver: team, match: { slo: "budget" } });
// @ts-expect-error an alert by its name
inhibition("named", { source: { alert: "Few" }, target: {}, equal: [] });
// @ts-expect-error a copy is of the alerts of its own service
copyRoute({ receiver: team, match: { service: "other" } });
// @ts-expect-error it always goes on
copyRoute({ receiver: team, continue: false });
// @ts-expect-error it has nothing below it
copyRoute({ receiver: team, routes: [] });
// @ts-expect-error a copy for nobody
copyRoute({ match: { alert: Few } });

const shop = { title: "Shop", description: "A shop.", owner: "Us", jobs: {}, metrics: {} };
service("shop", { ...shop, copies: { all: copyRoute({ receiver: team }) } });
// @ts-expect-error a route that could end the search
service("shop", { ...shop, copies: { all: route({ receiver: team }) } });
// @ts-expect-error a copy stands with its service
route({ receiver: team, routes: [copyRoute({ receiver: team })] });

const about = { ...plainWords, expr: api.up.eq(0) };
alert({ ...about, downOf: api });
alert({ ...about, downOf: [api] });
// @ts-expect-error a job by its name
alert({ ...about, downOf: "shop-api" });
// @ts-expect-error a metric is no job
alert({ ...about, downOf: api.up });
