import { describe, expect, it } from '@jest/globals';
import { obstacleOf } from './obstacles.js';
import { htmlPage } from './page-body.js';

const seen = (body: string, status?: number) =>
  obstacleOf(htmlPage({ body, ...(status === undefined ? {} : { status }) }), []);

describe('a page that stands in the way', () => {
  it.each([
    ['<html><body><b>Http/1.1 Service Unavailable</b></body></html>', 'unavailable', 'unavailable'],
    ['<html><head><title>502 Bad Gateway</title></head><body></body></html>', 'unavailable', 'unavailable'],
    ['<html><head><title>403 Forbidden</title></head><body></body></html>', 'blocked', 'blocked'],
    ['<html><head><title>429 Too Many Requests</title></head></html>', 'blocked', 'blocked'],
    [
      '<html><head><title>Access Denied</title></head><body>Reference #18.0</body></html>',
      'blocked',
      'blocked',
    ],
    ['<html><head><title>Just a moment...</title></head><body></body></html>', 'blocked', 'captcha'],
    ['<html><body><div id="px-captcha"></div></body></html>', 'blocked', 'captcha'],
    ['<html><body><div id="sec-if-cpt-container"></div></body></html>', 'blocked', 'captcha'],
  ])('%s is %s for the reason %s', (body, kind, reason) => {
    expect(seen(body)).toMatchObject({ kind, reason });
  });

  it('is named by its captcha even where the status says less', () => {
    expect(seen('<html><body><div id="px-captcha"></div></body></html>', 503)?.reason).toBe('captcha');
  });

  it.each([200, 204, 301, 404, undefined])('is none for a plain page with the status %s', (status) => {
    expect(seen('<html><title>Ways to plan</title><body><h1>Planners</h1></body></html>', status)).toBeNull();
  });
});
