import { replace, shopFiles, type Changes } from "../shop-subject.ts";
import { type Tampering } from "./tampering.ts";

const alertmanager = "alertmanager/alertmanager.yml";
const templates = "alertmanager/templates/signalbox.tmpl";
const compose = "docker-compose.yml";

/** The pages of messages say the same: what is wrong with a text is then seen in the text alone. */
function inMessages(change: (page: string) => string): Changes {
  const pages = Object.keys(shopFiles).filter((path) => path.startsWith("docs/messages/"));
  return Object.fromEntries(pages.map((path) => [path, change]));
}

function withStatusInTelegram(page: string): string {
  return page.replace(/^## copies: Telegram[^]*?(?=^## |(?![^]))/m, (section) =>
    section
      .replace(/(### Firing\n\n`text`\n\n```text\n)[^]*?(\n```)/, "$1firing$2")
      .replace(/(### Resolved\n[^]*?`text`\n\n```text\n)[^]*?(\n```)/, "$1resolved$2"),
  );
}

export const ofAlertmanager: readonly Tampering[] = [
  {
    what: "an unknown key",
    changes: { [alertmanager]: replace("global:\n", "global:\n  smtp_often: true\n") },
    noticedBy: "alertmanager-config",
  },
  {
    what: "nobody hears that it is over",
    changes: { [alertmanager]: replace("send_resolved: true", "send_resolved: false") },
    noticedBy: "notifications-agree",
  },
  {
    what: "a reminder after four days",
    changes: { [alertmanager]: replace("  routes:\n", "  repeat_interval: 100h\n  routes:\n") },
    noticedBy: "notifications-agree",
  },
  {
    what: "mail without TLS",
    changes: { [alertmanager]: replace("smtp_require_tls: true", "smtp_require_tls: false") },
    noticedBy: "notifications-agree",
  },
  {
    what: "an address in clear text",
    changes: {
      [alertmanager]: replace("url_file: /run/secrets/unrouted_url", "url: http://127.0.0.1:1/shop"),
      [compose]: replace("      - unrouted_url\n", ""),
    },
    noticedBy: "notifications-agree",
  },
  {
    what: "a certificate that nobody checks",
    changes: {
      [alertmanager]: replace(
        "max_alerts: 500",
        "max_alerts: 500\n        http_config:\n          tls_config:\n            insecure_skip_verify: true",
      ),
    },
    noticedBy: "notifications-agree",
  },
  {
    what: "the password of the mail server in clear text",
    changes: {
      [alertmanager]: replace(
        "smtp_auth_password_file: /run/secrets/smtp_password",
        "smtp_auth_password: opensesame",
      ),
      [compose]: replace("      - smtp_password\n", ""),
    },
    noticedBy: "notifications-agree",
  },
  {
    what: "a text that says 0 firing",
    changes: {
      [templates]: replace("{{ len . }} firing", "0 firing"),
      ...inMessages((page) => page.replaceAll("1 firing", "0 firing")),
    },
    noticedBy: "notification-texts",
  },
  {
    what: "texts that do not name the alert",
    changes: {
      [alertmanager]: replace(
        "message: '{{ template \"signalbox.telegram_html\" . }}'",
        "message: '{{ .Status }}'",
      ),
      ...inMessages(withStatusInTelegram),
    },
    noticedBy: "notification-texts",
  },
  {
    what: "a route of one alert",
    changes: {
      [alertmanager]: (text) =>
        replace(
          '- matchers:\n        - severity="critical"',
          '- matchers:\n        - severity="critical"\n        - alertname!="ShopDown"',
        )(text),
    },
    noticedBy: "alert-routing",
  },
  {
    what: "an inhibition without a label",
    changes: { [alertmanager]: replace("      - component\n", "") },
    noticedBy: "routing-agrees",
  },
];
