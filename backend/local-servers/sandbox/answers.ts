import { z } from 'zod';
import { normalizeKeyword } from '../../contracts/values/keyword.js';
import type { Visit } from './hosts.js';

export const ANSWERS = ['captcha', '429', '503', 'slow', 'truncated', 'robots', 'normal'] as const;
export type Answer = (typeof ANSWERS)[number];

const ruleSchema = z.strictObject({
  /** Real host; absent: every host. */
  host: z.string().min(1).optional(),
  /** Keyword or prefix asked for, in any spelling; absent: any. */
  keyword: z.string().min(1).optional(),
  answer: z.enum(ANSWERS),
  /** How many requests are answered so; absent: all until told otherwise. */
  times: z.int().positive().max(1_000_000).optional(),
  /** How long a `slow` answer waits. */
  delayMs: z.int().nonnegative().max(600_000).default(30_000),
});
export type AnswerRule = z.infer<typeof ruleSchema>;

/** How the imitated marketplaces have been told to behave; the newest rule that fits holds. */
export class Answers {
  private rules: { rule: AnswerRule; left: number }[] = [];

  /** @returns undefined when the rule was taken, else what is wrong with it. */
  tell(body: string): string | undefined {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return 'the body is not JSON';
    }
    const parsed = ruleSchema.safeParse(value);
    if (!parsed.success)
      return parsed.error.issues
        .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
        .join('; ');
    this.rules.unshift({ rule: parsed.data, left: parsed.data.times ?? Infinity });
    return undefined;
  }

  forget(): void {
    this.rules = [];
  }

  /** The answer for a visit; a rule with `times` is used up by it. `robots` is for robots.txt alone, the others never are. */
  for(visit: Visit): { answer: Answer; delayMs: number } {
    const found = this.rules.find(
      ({ rule, left }) =>
        left > 0 &&
        (rule.answer === 'normal' || (rule.answer === 'robots') === (visit.page === 'robots')) &&
        (rule.host === undefined || rule.host === visit.host) &&
        (rule.keyword === undefined || normalizeKeyword(rule.keyword) === normalizeKeyword(visit.asked)),
    );
    if (!found) return { answer: 'normal', delayMs: 0 };
    found.left -= 1;
    return { answer: found.rule.answer, delayMs: found.rule.delayMs };
  }
}
