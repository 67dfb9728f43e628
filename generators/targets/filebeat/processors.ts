import { redactSecrets } from "./redact-secrets.ts";

/**
 * What happens to every line, in this order. The names are those of the Elastic Common Schema. A line that cannot be taken
 * apart goes on as it is, with the tag `unparsed`: nothing is ever dropped.
 */
export function processors(timeZone: string): object[] {
  return [
    { script: { lang: "javascript", tag: "parse-line", source: parseLine } },
    { script: { lang: "javascript", tag: "redact-secrets", source: redactSecrets } },
    {
      timestamp: {
        field: "signalbox.time",
        // Go's notation: each part of this date stands for the same part of the line's.
        layouts: ["2006-01-02 15:04:05", "2006-01-02 15:04:05.999"],
        timezone: timeZone,
        // A line that was not parsed has no such field, and keeps the time at which it was read.
        ignore_missing: true,
        // Filebeat refuses to start when it cannot read these.
        test: ["2025-12-04 12:34:56", "2025-12-04 12:34:56.789"],
      },
    },
    // Only what is an address: Elasticsearch would refuse the whole line for a client.ip that is none.
    {
      convert: {
        fields: [
          { from: "client.address", to: "client.ip", type: "ip" },
          { from: "client.address", to: "source.ip", type: "ip" },
        ],
        ignore_missing: true,
        fail_on_error: false,
      },
    },
    { drop_fields: { fields: ["signalbox"], ignore_missing: true } },
    { add_host_metadata: null },
    { add_cloud_metadata: null },
    // The folder's name is not a container's id, which this one would take it for.
    { add_docker_metadata: { match_source: false } },
    { add_kubernetes_metadata: null },
  ];
}

/**
 * Takes a log line apart, inside of Filebeat: ECMAScript 5.1, and no dollar sign, which Filebeat would read as a variable.
 *
 * A regular expression and not `dissect`, which takes any text between the bars: only what has a real time and a level is
 * parsed, so that the timestamp that follows cannot fail.
 */
export const parseLine = `var line = /^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) \\| *([A-Za-z]+) *\\| ([\\s\\S]*)/;
var request = /^([A-Z]+) (\\S+) (\\d{3}) (\\d+(?:\\.\\d+)?)ms (\\S+)/;

function process(event) {
  var found = line.exec(event.Get("message"));
  if (found === null || !isTime(found[1])) {
    event.Tag("unparsed");
    return;
  }
  event.Put("signalbox.time", found[1]);
  event.Put("log.level", found[2].toLowerCase());
  event.Put("message", found[3]);
  if (event.Get("signalbox.format") === "access lines") takeRequestApart(event, found[3]);
}

function takeRequestApart(event, text) {
  var found = request.exec(text);
  if (found === null || found[0].length !== text.length) {
    event.Tag("unparsed");
    return;
  }
  var question = found[2].indexOf("?");
  event.Put("http.request.method", found[1]);
  event.Put("url.original", found[2]);
  event.Put("url.path", question === -1 ? found[2] : found[2].slice(0, question));
  if (question !== -1) event.Put("url.query", found[2].slice(question + 1));
  event.Put("http.response.status_code", parseInt(found[3], 10));
  // Nanoseconds.
  event.Put("event.duration", Math.round(parseFloat(found[4]) * 1e6));
  event.Put("client.address", found[5]);
}

// Whether the calendar has the day and the clock the hour: there is no 30th of February.
function isTime(text) {
  var n = text.split(/[^0-9]/);
  var day = new Date(Date.UTC(+n[0], n[1] - 1, +n[2]));
  return day.getUTCMonth() === n[1] - 1 && day.getUTCDate() === +n[2] && n[3] < 24 && n[4] < 60 && n[5] < 60;
}
`;
