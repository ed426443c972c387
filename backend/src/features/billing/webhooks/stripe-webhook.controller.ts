import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, MayFail } from '../../../platform/http/api-docs.js';
import { Access } from '../../../platform/security/access.js';
import { ReceiveStripeEvent } from './receive-stripe-event.command.js';

const receivedSchema = z.object({
  received: z.literal(true),
  isNew: z.boolean().describe('False where it was told before: then nothing happens.'),
});

@ApiTags('billing')
@Access('public')
@Controller('webhooks')
export class StripeWebhookController {
  constructor(private readonly commands: CommandBus) {}

  @Post('stripe')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'receiveStripeEvent',
    summary: 'What Stripe tells, signed by it',
    description:
      'Stored first and answered at once; what follows from it happens after. Sending it again changes nothing.',
  })
  @Answers(200, 'It is stored.', receivedSchema)
  @MayFail('malformed-request', 'too-large', 'unsupported-media-type')
  async receive(
    @Req() request: FastifyRequest,
    @Body() body: object,
  ): Promise<z.infer<typeof receivedSchema>> {
    const signature = request.headers['stripe-signature'];
    const bytes = request.signedBytes ?? Buffer.alloc(0);
    const isNew = await this.commands.execute(
      new ReceiveStripeEvent(bytes, typeof signature === 'string' ? signature : undefined, body),
    );
    return { received: true, isNew };
  }
}
