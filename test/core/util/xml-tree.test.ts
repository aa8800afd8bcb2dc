import { expect, test } from 'vitest';
import { parseXml } from '#core/util/xml-tree.ts';

test('reads elements, attributes in either quotes, text and entities', () => {
  const [root] = parseXml(
    `<?xml version="1.0"?><!-- <no/> --><View a='1 "2"' b = "x &lt; &#228;"><A/>hi &amp;<B c="d">in</B><![CDATA[<raw>]]></View>`,
  );
  expect(root?.name).toBe('View');
  expect([...(root?.attributes ?? [])]).toEqual([
    ['a', '1 "2"'],
    ['b', 'x < ä'],
  ]);
  expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
    ['A', ''],
    ['B', 'in'],
  ]);
  expect(root?.text).toBe('hi &<raw>');
});

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><View>&lol2;</View>`;
const outside = `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><View>&x;</View>`;

test.each([
  [laughs, /document types and entities are not read, in line 1, column 1/],
  [outside, /document types and entities are not read/],
  ['<View>\n <A></View>', /<\/View> closes what is not open, in line 2, column 5/],
  ['<View><A>', /<A> is not closed/],
  ['<View a=1/>', /this is no element/],
  ['<a>'.repeat(200), /nested too deeply/],
  ['<a/>'.repeat(100_001), /more than 100,000 elements/],
  [`<a>${' '.repeat(4_000_000)}</a>`, /longer than 4 MB/],
])('%.60s is refused', (xml, message) => {
  expect(() => parseXml(xml)).toThrow(message);
});

test('an entity that nobody declared stays the text it is', () => {
  expect(parseXml('<a>&lol;</a>')[0]?.text).toBe('&lol;');
});
