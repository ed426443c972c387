import { z } from 'zod';
import { Field } from '../../../platform/http/field.js';
import { PageQuery } from '../../../platform/http/paging.dto.js';

const momentSchema = z.iso.datetime({
  offset: true,
  error: 'must be a time in ISO 8601, such as 2026-11-01T00:00:00Z',
});

export class AuditQuery extends PageQuery {
  @Field(z.string().min(1).max(200), { description: 'A stream, as an entry names it.', required: false })
  stream?: string;

  @Field(
    z
      .string()
      .regex(/^[a-z]+\.[A-Za-z0-9.]*$/, 'must be a type of event, or the beginning of one with its dot')
      .max(100),
    {
      description: 'A type of event, or the beginning of one.',
      example: 'workspace.',
      required: false,
    },
  )
  type?: string;

  @Field(z.string().min(1).max(100), { description: 'Who did it, as an entry names them.', required: false })
  actor?: string;

  @Field(momentSchema, { description: 'Written down at this time or later.', required: false })
  from?: string;

  @Field(momentSchema, { description: 'Written down before this time.', required: false })
  to?: string;
}

export const auditEventSchema = z
  .object({
    id: z.uuid(),
    type: z.string(),
    position: z.string(),
    stream: z.string(),
    revision: z.int(),
    occurredAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    actor: z.object({
      id: z.string().describe('Id of a person, `api-key-<id>`, `visitor`, or a part of the product.'),
      name: z.string().nullable().describe('“erased person” where they were erased.'),
    }),
    from: z.string().nullable().describe('The network address, where it is known and yours to see.'),
    workspace: z.string().nullable(),
    correlationId: z.string(),
    causationId: z.string(),
    producer: z.string(),
    data: z
      .record(z.string(), z.unknown())
      .describe('What the event says; personal texts are readable until their person is erased.'),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z
  .object({
    items: z.array(auditEventSchema),
    nextCursor: z.string().nullable(),
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPageSchema>;
