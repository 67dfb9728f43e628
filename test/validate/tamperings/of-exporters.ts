import { replace } from "../shop-subject.ts";
import { append, type Tampering } from "./tampering.ts";

const blackbox = "blackbox/blackbox.yml";
const json = "json-exporter/json-exporter.yml";

export const ofExporters: readonly Tampering[] = [
  {
    what: "a control character in a comment",
    changes: { [blackbox]: append("# \u0001\n") },
    noticedBy: "blackbox-config",
  },
  {
    what: "a prober that there is not",
    changes: { [blackbox]: replace("prober: http\n", "prober: htttp\n") },
    noticedBy: "probes-shape",
  },
  {
    what: "a certificate that nobody checks",
    changes: {
      [blackbox]: replace(
        "    http:\n",
        "    http:\n      tls_config:\n        insecure_skip_verify: true\n",
      ),
    },
    noticedBy: "probes-agree",
  },
  {
    what: "an answer with TLS that fails",
    changes: { [blackbox]: replace("    http:\n", "    http:\n      fail_if_not_ssl: true\n") },
    noticedBy: "probes-agree",
  },
  {
    what: "any body is taken",
    changes: { [blackbox]: replace('"ok"', '"(ok|ill)"') },
    noticedBy: "probes-agree",
  },
  {
    what: "a key that the exporter ignores",
    changes: {
      [json]: replace("        valuetype: gauge", "        valuetype: gauge\n        epochTimestamp: at"),
    },
    noticedBy: "json-exporter-shape",
  },
  {
    what: "a path that finds nothing",
    changes: { [json]: replace("{.items}", "{.itemz}") },
    noticedBy: "json-fields-agree",
  },
  {
    what: "a path that finds another field",
    changes: { [json]: replace("{.items}", "{.orders}") },
    noticedBy: "json-fields-agree",
  },
  {
    what: "another field of the objects of a list",
    changes: { [json]: replace('items: "{.items}"', 'items: "{.broken}"') },
    noticedBy: "json-fields-agree",
  },
  {
    what: "a field that the objects of a list do not have",
    changes: { [json]: replace('items: "{.items}"', 'items: "{.itemz}"') },
    noticedBy: "json-fields-agree",
  },
  {
    what: "a label that another field of the objects gives",
    changes: { [json]: replace('shelf: "{.name}"', 'shelf: "{.hall}"') },
    noticedBy: "json-fields-agree",
  },
  {
    what: "a list that is taken as one field",
    changes: { [json]: replace('"{.shelves[*]}"', '"{.shelves}"') },
    noticedBy: "json-fields-agree",
  },
];
