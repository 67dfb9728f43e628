const prometheus = { type: "prometheus", uid: "${datasource}" };

/** A panel as Grafana keeps it, with what a test says of it. */
export function panelJson(title: string, y: number, more: object): object {
  return { title, type: "timeseries", datasource: prometheus, gridPos: { x: 0, y, w: 12, h: 7 }, ...more };
}

const namesAtTheRight = {
  displayMode: "table",
  placement: "right",
  showLegend: true,
  calcs: ["lastNotNull"],
};

const joined = [
  { id: "joinByField", options: { byField: "hall", mode: "outer" } },
  {
    id: "organize",
    options: {
      excludeByName: { Time: true, "Time 1": true, "Time 2": true },
      indexByName: { "Time 1": 0, hall: 2, "Value #A": 3, "Value #B": 4 },
      renameByName: { hall: "Hall", "Value #A": "Seats", "Value #B": "Share %" },
    },
  },
];

const instant = { instant: true, format: "table" };

/** A dashboard as other people have them: a panel of each kind, and one that no word draws. */
export const smallBoard = {
  uid: "box-office",
  title: "Box office / Halls",
  tags: ["shop"],
  time: { from: "now-1h", to: "now" },
  refresh: "30s",
  links: [
    { type: "link", title: "Handbook", url: "https://wiki.internal/shop" },
    { type: "dashboards", tags: ["shop"] },
  ],
  annotations: { list: [{ builtIn: 1 }, { name: "Starts" }] },
  templating: {
    list: [
      { name: "datasource", type: "datasource", query: "prometheus" },
      { name: "town", type: "query", label: "Town", query: 'label_values(up{job="shop"}, town)', sort: 1 },
      {
        ...{ name: "hall", type: "query", includeAll: true, multi: true, allValue: ".+", hide: 2 },
        query: { query: 'label_values(seats{town="$town"}, hall)', refId: "x" },
      },
    ],
  },
  panels: [
    panelJson("Orders", 0, {
      description: "Orders per second.",
      interval: "1m",
      targets: [
        {
          expr: 'sum by (hall) (rate(orders_total{town="$town", hall=~"$hall"}[$__rate_interval]))',
          legendFormat: "{{hall}} sold",
        },
        { expr: 'sum(rate(refunds_total{town="$town"}[5m]))\n', legendFormat: "given back" },
      ],
      fieldConfig: {
        defaults: { unit: "ops", min: 0, custom: { fillOpacity: 10, showPoints: "never", spanNulls: true } },
        overrides: [
          {
            matcher: { id: "byRegexp", options: "/back/" },
            properties: [
              { id: "custom.transform", value: "negative-Y" },
              { id: "color", value: { mode: "fixed", fixedColor: "dark-red" } },
            ],
          },
        ],
      },
      options: { legend: namesAtTheRight, tooltip: { mode: "single" } },
    }),
    { type: "row", title: "Halls", gridPos: { x: 0, y: 7, w: 24, h: 1 } },
    panelJson("Seats", 8, {
      type: "table",
      targets: [
        { expr: 'sum by (hall) (seats{town="$town"})', refId: "A", ...instant },
        {
          expr: 'sum by (hall) (seats{town="$town", state="sold"}) / sum by (hall) (seats{town="$town"})',
          ...instant,
        },
      ],
      transformations: joined,
      fieldConfig: {
        overrides: [
          { matcher: { id: "byRegexp", options: "/%/" }, properties: [{ id: "unit", value: "percentunit" }] },
          {
            matcher: { id: "byName", options: "Hall" },
            properties: [
              { id: "links", value: [{ title: "Hall", url: "/d/hall?var-hall=${__data.fields.Hall}" }] },
            ],
          },
        ],
      },
    }),
    panelJson("Waiting", 15, {
      type: "histogram",
      targets: [{ expr: 'waiting{town="$town"}', refId: "A" }],
      options: { bucketCount: 30 },
    }),
  ],
};
