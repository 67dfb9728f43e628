/** Rules as other people write them, a few of each kind. */
export const smallRules = `groups:
  - name: shop.rules
    interval: 30s
    rules:
      # Orders per second.
      - record: job:orders:rate5m
        expr: sum by (job) (rate(orders_total[5m]))
      - record: job:orders_failed:ratio5m
        expr: |
          sum by (job) (rate(orders_total{result=~"failed|lost"}[5m]))
            / job:orders:rate5m
      - record: le_path:pay_seconds:rate5m
        expr: sum by (path, le) (rate(pay_seconds_bucket[5m]))
      - record: le_tier:pay_seconds:rate5m
        expr: label_replace(sum by (le) (rate(pay_seconds_bucket[5m])), "tier", "web", "", "")
  - name: shop
    rules:
      # The bank answers slowly on
      # Mondays.
      - alert: OrdersFail
        expr: job:orders_failed:ratio5m * 100 > 5
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: '{{ $labels.job }} fails'
          description: '{{ printf "%.1f" $value }}% of the orders fail.'
          runbook_url: https://wiki.internal/orders
      - alert: DiskFull
        expr: free_bytes{mount!~"/tmp.*"} / size_bytes < 0.1
        for: 10m
        labels: { severity: warning }
        annotations:
          summary: 'Disk of {{ $labels.instance }} is full'
          description: "{{ $value | humanizePercentage }} left on {{ $labels.mount }}\\n{{ $labels }}"
      - alert: DiskFull
        expr: free_bytes{mount!~"/tmp.*"} / size_bytes < 0.01
        labels: { severity: critical }
        annotations:
          summary: 'Disk of {{ $labels.instance }} is nearly full'
      - alert: Old
        expr: time() - last_backup > 86400
        labels: { severity: critical }
      - alert: ShareOfOthers
        expr: 1 - free_bytes / size_bytes > 0.9
        labels: { severity: critical }
      - alert: LittleIsFreeOfWhatThereIs
        expr: 100 - 100 * sum by (instance) (free_bytes{mount!~"/tmp.*",job="shop-of-flowers-and-plants"}) / sum by (instance) (size_bytes) > 90
        labels: { severity: warning }
      - alert: SlowByPath
        expr: histogram_quantile(0.9, le_path:pay_seconds:rate5m{path="/pay"}) > 2
        labels: { severity: warning }
      - alert: SlowOnFullDisks
        expr: histogram_quantile(0.9, sum by (instance, le) (rate(pay_seconds_bucket[5m])) * on (instance) group_left (mount) (free_bytes > bool 0)) > 2
        labels: { severity: warning }
      - alert: Heartbeat
        expr: vector(1)
        labels: { severity: none }
      - alert: FullInJob
        expr: max by (job) (free_bytes < 1024)
        labels: { severity: warning }
      - alert: FewResults
        expr: (count by (job) (orders_total) or vector(0)) < 2
        labels: { severity: warning }
      - alert: NoName
        expr: '{__name__=~"shop_.*"} > 5'
        labels: { severity: warning }
      - alert: NeverMatches
        expr: sum by (mount) (free_bytes) / size_bytes > 1
        labels: { severity: critical }
        annotations:
          summary: '{{ $labels.instance }}'
      - alert: Broken
        expr: rate(orders_total[5m) > 1
`;
