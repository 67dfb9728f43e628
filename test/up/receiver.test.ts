import type { NotifierKind } from "../../generators/language/notifier.ts";
import { connect } from "node:net";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { readMail } from "../../scripts/up/receiver/mail-message.ts";
import { notificationLine, type Arrival, type Notification } from "../../scripts/up/receiver/notification.ts";
import { startReceiver } from "../../scripts/up/receiver/start-receiver.ts";
import { transports } from "../../scripts/up/receiver/transports.ts";

const text =
  "1 firing, 1 resolved\n\nFIRING LowFPS (critical)\nIt is slow.\n\nRESOLVED LowFPS (critical)\nIt was.";

function arrived(raw: string, parts: Partial<Arrival> = {}): Arrival {
  return { raw, path: [], earlier: [], ...parts };
}

const mail = [
  "From: a@example.com",
  "Subject: =?utf-8?q?[high]_LowFPS:_caf=C3=A9?=",
  " =?utf-8?q?_slow?=",
  "X-Signalbox-Receiver: team",
  "Content-Type: multipart/alternative;  boundary=b0",
  "",
  "--b0",
  "Content-Transfer-Encoding: quoted-printable",
  "Content-Type: text/plain; charset=UTF-8",
  "",
  "FIRING LowFPS (high)",
  "caf=C3=A9 is =",
  "slow",
  "--b0",
  "Content-Type: text/html; charset=UTF-8",
  "",
  "<p>café</p>",
  "--b0--",
].join("\r\n");

test.each<[NotifierKind, unknown, object]>([
  [
    "slack",
    { attachments: [{ title: "a title", text }] },
    { title: "a title", status: "firing", alerts: ["LowFPS"], text },
  ],
  [
    "discord",
    { embeds: [{ title: "a title", description: text }] },
    { title: "a title", status: "firing", alerts: ["LowFPS"], text },
  ],
  [
    "pagerduty",
    {
      event_action: "resolve",
      payload: { summary: "a title", custom_details: { firing: "", resolved: "RESOLVED LowFPS" } },
    },
    { title: "a title", status: "resolved", alerts: ["LowFPS"] },
  ],
  [
    "msteams",
    {
      attachments: [
        {
          content: {
            body: [
              { text: "\\*a\\_ title" },
              { text: "1 firing\n\n**FIRING LowFPS (critical)**\n\nIt is \\_slow\\_." },
            ],
          },
        },
      ],
    },
    {
      title: "*a_ title",
      status: "firing",
      alerts: ["LowFPS"],
      text: "1 firing\n\nFIRING LowFPS (critical)\n\nIt is _slow_.",
    },
  ],
  [
    "telegram",
    {
      chat_id: "1",
      text: "<b>[high] LowFPS</b>: 1 firing\n\n<b>FIRING LowFPS</b> (high)\n&lt;1m&gt; &#34;a&#34; &amp;lt;",
    },
    {
      title: "[high] LowFPS: 1 firing",
      status: "firing",
      alerts: ["LowFPS"],
      text: '[high] LowFPS: 1 firing\n\nFIRING LowFPS (high)\n<1m> "a" &lt;',
    },
  ],
  [
    "webhook",
    {
      status: "resolved",
      alerts: [{ labels: { alertname: "LowFPS" }, annotations: { summary: "slow", impact: "bad" } }],
      commonAnnotations: { summary: "slow" },
    },
    { title: "slow", status: "resolved", alerts: ["LowFPS"], text: "summary: slow\nimpact: bad" },
  ],
])("what a notification by %s says", (kind, body, words) => {
  expect(transports[kind].read(arrived(JSON.stringify(body)))).toMatchObject(words);
});

test("what an e-mail says", () => {
  expect(transports.email.read(arrived(mail))).toEqual({
    title: "[high] LowFPS: café slow",
    status: "firing",
    alerts: ["LowFPS"],
    text: "FIRING LowFPS (high)\ncafé is slow",
  });
  expect(readMail(mail).headers.get("x-signalbox-receiver")).toBe("team");
});

test("what Opsgenie is reported: that an alert is open, that it has other words, that it is closed", () => {
  const { read } = transports.opsgenie;
  const body = JSON.stringify({ alias: "a1", message: "1 &lt; 2", description: text });
  const opened = read(arrived(body, { path: ["v2", "alerts"] }));
  expect(opened).toEqual({ title: "1 < 2", status: "firing", alerts: ["LowFPS"], text });
  const earlier: Notification[] = opened
    ? [{ atMs: 0, receiver: "team", kind: "opsgenie", raw: body, ...opened }]
    : [];
  const notified = (alias: string, action: string) =>
    read(arrived('{"source":"shop"}', { path: ["v2", "alerts", alias, action], earlier }));
  expect(notified("a1", "message")).toBeUndefined();
  expect(notified("a1", "description")).toBeUndefined();
  expect(notified("a1", "close")).toEqual({
    title: "1 < 2",
    status: "resolved",
    alerts: ["LowFPS"],
    text: "",
  });
  expect(notified("a2", "close")).toEqual({ title: "a2", status: "resolved", alerts: [], text: "" });
});

test("a notification is one line", () => {
  const notification: Notification = {
    atMs: new Date(2026, 0, 2, 3, 4, 5).getTime(),
    receiver: "team",
    kind: "slack",
    status: "resolved",
    alerts: ["LowFPS"],
    title: "[resolved] LowFPS",
    text: "",
    raw: "",
  };
  expect(notificationLine(notification, 8, new PassThrough())).toBe(
    "03:04:05  RESOLVED  team      slack      LowFPS  [resolved] LowFPS",
  );
});

test("notifications by HTTP arrive with the name of their receiver", async () => {
  const { receiver, taken } = await running();
  const post = (url: string, body: string) => fetch(url, { method: "POST", body });
  const slack = JSON.stringify({ attachments: [{ title: "t", text }] });
  expect((await post(receiver.urlFor("the team", "slack"), slack)).status).toBe(200);
  expect((await post(receiver.urlFor("on-call", "pagerduty"), "{}")).status).toBe(202);
  expect((await post(receiver.urlFor("on-call", "webhook"), "no json")).status).toBe(400);
  expect((await post(receiver.urlFor("on-call", "slack").replace(/slack$/, "fax"), "{}")).status).toBe(404);
  expect(taken.map(({ receiver: name, kind }) => `${name} by ${kind}`)).toEqual([
    "the team by slack",
    "on-call by pagerduty",
  ]);
});

test("an e-mail arrives whole, with a point at the start of a line", async () => {
  const { receiver, taken } = await running();
  const [host = "", port = ""] = receiver.smarthost.split(":");
  const socket = connect(Number(port), host);
  const lines = [
    "EHLO here",
    "MAIL FROM:<a@example.com>",
    "RCPT TO:<b@example.com>",
    "DATA",
    "Subject: hello",
    "X-Signalbox-Receiver: team",
    "Content-Type: text/plain",
    "",
    "..and a point",
    ".",
    "STARTTLS",
    "QUIT",
  ];
  let replies = "";
  socket.setEncoding("utf8").on("data", (piece: string) => (replies += piece));
  socket.write(`${lines.join("\r\n")}\r\n`);
  await once(socket, "close");
  expect(
    replies
      .trim()
      .split("\r\n")
      .map((line) => line.slice(0, 3)),
  ).toEqual(["220", "250", "250", "250", "354", "250", "502", "221"]);
  expect(taken).toMatchObject([{ receiver: "team", kind: "email", title: "hello", text: ".and a point" }]);
});

async function running() {
  const taken: Notification[] = [];
  const receiver = await startReceiver((notification) => taken.push(notification));
  onTestFinished(() => receiver.stop());
  return { receiver, taken };
}
