/** An event of about 300 bytes of JSON: a look that found little. */
export function smallObservation(index: number): {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
} {
  return {
    type: 'observation.KeywordObserved.v1',
    data: {
      keyword: `svg bundle ${index % 5_000}`,
      marketplace: 'etsy',
      country: 'US',
      source: 'simulated etsy search page',
      observedAt: '2026-11-22T10:00:00.000Z',
      resultCount: 95_000 + index,
      shown: 64,
      sponsored: 12,
      price: { least: 199, median: 450, most: 2_999, currency: 'USD' },
      reviews: [12, 440, 3, 18, 951],
      bodyHash: 'sha256:3b1f0c2d',
    },
    metadata: { correlationId: 'bench', actor: 'bench' },
  };
}
