import { Injectable } from '@nestjs/common';

/** What this process still has to do before it is ready for anybody. */
@Injectable()
export class StartUp {
  private readonly open = new Set<string>();

  /** @param what e.g. “the demo account is being made” @returns to be called once it is done */
  begin(what: string): () => void {
    this.open.add(what);
    return () => this.open.delete(what);
  }

  get missing(): readonly string[] {
    return [...this.open];
  }
}
