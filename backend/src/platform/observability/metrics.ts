import { Injectable } from '@nestjs/common';

const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

interface Timing {
  count: number;
  sumS: number;
  /** Per bucket: requests that took at most so long. */
  readonly within: number[];
}

const escaped = (value: string) => value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));

/** Counts of this process in the Prometheus text format, version 0.0.4. */
@Injectable()
export class Metrics {
  private readonly requests = new Map<string, number>();
  private readonly timings = new Map<string, Timing>();
  private openStreams = 0;

  /** `route` is the pattern, not the address, so that ids make no new series. */
  requestEnded(method: string, route: string, status: number, durationS: number): void {
    const labels = `method="${escaped(method)}",route="${escaped(route)}"`;
    const withStatus = `${labels},status="${status}"`;
    this.requests.set(withStatus, (this.requests.get(withStatus) ?? 0) + 1);
    let timing = this.timings.get(labels);
    if (!timing) {
      timing = { count: 0, sumS: 0, within: BUCKETS_S.map(() => 0) };
      this.timings.set(labels, timing);
    }
    timing.count += 1;
    timing.sumS += durationS;
    for (const [i, limit] of BUCKETS_S.entries())
      if (durationS <= limit) timing.within[i] = (timing.within[i] ?? 0) + 1;
  }

  streamOpened(): void {
    this.openStreams += 1;
  }
  streamClosed(): void {
    this.openStreams -= 1;
  }

  text(): string {
    const lines = [
      '# HELP http_requests_total Requests answered.',
      '# TYPE http_requests_total counter',
      ...[...this.requests].map(([labels, count]) => `http_requests_total{${labels}} ${count}`),
      '# HELP http_request_duration_seconds Time from the request to the end of its answer.',
      '# TYPE http_request_duration_seconds histogram',
      ...[...this.timings].flatMap(([labels, timing]) => this.histogram(labels, timing)),
      '# HELP live_update_clients Open connections for live updates.',
      '# TYPE live_update_clients gauge',
      `live_update_clients ${this.openStreams}`,
      '# HELP process_resident_memory_bytes Resident memory size.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      '# HELP process_uptime_seconds Time since the process started.',
      '# TYPE process_uptime_seconds gauge',
      `process_uptime_seconds ${process.uptime().toFixed(1)}`,
    ];
    return `${lines.join('\n')}\n`;
  }

  private histogram(labels: string, timing: Timing): string[] {
    const name = 'http_request_duration_seconds';
    return [
      ...BUCKETS_S.map((limit, i) => `${name}_bucket{${labels},le="${limit}"} ${timing.within[i] ?? 0}`),
      `${name}_bucket{${labels},le="+Inf"} ${timing.count}`,
      `${name}_sum{${labels}} ${timing.sumS.toFixed(6)}`,
      `${name}_count{${labels}} ${timing.count}`,
    ];
  }
}
