import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { LOOKS_QUEUE } from '../../../contracts/jobs/looks.js';
import type { Log } from '../observability/log.js';
import { LOG } from '../tokens.js';

const STATES = ['waiting', 'active', 'delayed', 'failed', 'waiting-children'] as const;

/** How many looks there are in each state, in the Prometheus text format. */
@Injectable()
export class LooksGauge {
  constructor(
    @InjectQueue(LOOKS_QUEUE) private readonly queue: Queue,
    @Inject(LOG) private readonly log: Log,
  ) {
    queue.on('error', (error) =>
      log.write('warn', 'the queue of looks is troubled', { error: error.message }),
    );
  }

  /** Empty where Redis does not answer: the other counts must still be told. */
  async text(): Promise<string> {
    try {
      const counts = await this.queue.getJobCounts(...STATES);
      return [
        '# HELP looks_queue_jobs Looks in the queue by state.',
        '# TYPE looks_queue_jobs gauge',
        ...STATES.map((state) => `looks_queue_jobs{state="${state}"} ${counts[state] ?? 0}`),
        '',
      ].join('\n');
    } catch (error) {
      this.log.write('warn', 'the queue of looks cannot be counted', { error });
      return '';
    }
  }
}
