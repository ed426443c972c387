/** One event of a stream of server-sent events. */
export interface StreamEvent {
  /** `message` where the server named none. */
  readonly name: string;
  readonly data: string;
}

/**
 * Reads server-sent events from the body of an answer as the WHATWG describes them, in whatever pieces it arrives. The browser's
 * own EventSource would do, could it send a header to sign in with. Comments are told as events named `comment`: they show
 * that the line is alive. Ends with the stream; an event that was cut off is not given.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let name = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // A carriage return at the end may be the first half of a line's end.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { name: name || 'message', data: data.join('\n') };
          name = '';
          data = [];
        } else if (line.startsWith(':')) yield { name: 'comment', data: line.slice(1).trim() };
        else {
          const [field = '', text] = fieldOf(line);
          if (field === 'event') name = text;
          else if (field === 'data') data.push(text);
        }
      }
    }
  } finally {
    // Whoever stops listening closes the line.
    await reader.cancel().catch(() => undefined);
  }
}

function fieldOf(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  const text = line.slice(colon + 1);
  return [line.slice(0, colon), text.startsWith(' ') ? text.slice(1) : text];
}
