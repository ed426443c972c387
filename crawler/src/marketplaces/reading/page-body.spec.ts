import { describe, expect, it } from '@jest/globals';
import { bodyText, htmlPage, unfinished } from './page-body.js';

const BODY = '<!doctype html><html><head><title>A</title></head><body><div>One</div>';

describe('the end of a page', () => {
  it.each([
    ['with both closing tags', `${BODY}</body></html>`],
    ['without the very last tag', `${BODY}</body>\n`],
    ['with comments and scripts behind it', `${BODY}</body></html>\n<!-- <div> --><script>'<div>'</script>`],
    ['with what a tool hung behind it', `${BODY}</body>\n</html>\n<div id="of-an-extension"></div>`],
    ['after a script that writes one', `${BODY}<script>w('</body></html>')</script><p>x</p></body></html>`],
    [
      'of a tool that leaves closing tags out',
      '<!doctype html><html><!--\n Page saved with SingleFile \n url: https://a.example/ \n--><body><div>One</div>',
    ],
  ])('is there: %s', (_, html) => {
    expect(unfinished(html)).toBeNull();
  });

  it.each([
    ['without any closing tag', BODY],
    ['after a script that writes one', `${BODY}<script>w('</body></html>')</script><div>Two</div>`],
    ['inside the script that writes one', `${BODY}<script>w('</body></html>');w('<div>`],
    ['inside a later script', `${BODY}<script>w('</html>')</script><script>var a = 1;`],
    ['inside a frame', `${BODY}<iframe srcdoc="<body></body></html>"></iframe><div>Two</div>`],
  ])('is missing: %s', (_, html) => {
    expect(unfinished(html)).toMatchObject({ kind: 'truncated' });
  });
});

describe('the address of a saved page', () => {
  it.each([
    '<!doctype html>\n<!-- saved from url=(0038)https://www.etsy.com/de/search?q=tasse -->\n<html></html>',
    '<!doctype html><html><!--\n Page saved with SingleFile \n url: https://www.etsy.com/de/search?q=tasse \n saved date: x\n--></html>',
  ])('is the one that its saver noted', (body) => {
    expect(htmlPage({ body }).url).toBe('https://www.etsy.com/de/search?q=tasse');
  });
});

describe('the text of a body', () => {
  const long = 'x'.repeat(20_000);

  it('is read as Latin-1 where its few bytes beyond ASCII are no UTF-8', () => {
    expect(bodyText(Buffer.from(`<p>1-48 sur 10\u00A0000 résultats</p>${long}`, 'latin1'))).toContain(
      '10\u00A0000 résultats',
    );
  });

  it('is read as what the page declares where that is no UTF-8', () => {
    const head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"></head>';
    const body = Buffer.concat([Buffer.from(head), Buffer.from([0x8e, 0xe8, 0x92, 0xa0]), Buffer.from(long)]);
    expect(bodyText(body)).toContain('手帳');
  });

  it('stays UTF-8 where a cut or a stray byte breaks one character of many', () => {
    const whole = Buffer.from(`é€ü手帳${long}é`);
    expect(bodyText(whole.subarray(0, -1))).toContain('é€ü手帳');
    expect(bodyText(Buffer.concat([whole, Buffer.from([0xff]), Buffer.from(long)]))).toContain('é€ü手帳');
  });
});
