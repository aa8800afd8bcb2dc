import { expect, test } from 'vitest';
import { parseUrlList } from '#core/storage/urls/parse.ts';

test('takes one address from each line, as it is written and once', () => {
  const text =
    '\u{feff}https://a.example/1.jpg\r\n\r\n# more\n  http://b.example/a b+c.jpg?x=#y \nhttps://a.example/1.jpg\n';
  expect(parseUrlList(text)).toEqual({
    urls: ['https://a.example/1.jpg', 'http://b.example/a b+c.jpg?x=#y'],
    invalid: [],
  });
});

test('names each line that is no address', () => {
  const text = [
    'a.example/1.jpg',
    '',
    'ftp://a.example/2.jpg',
    'https://u:p@a.example/3.jpg',
    'https://a.example/4',
  ];
  expect(parseUrlList(text.join('\n'))).toEqual({
    urls: ['https://a.example/4'],
    invalid: [
      { line: 1, text: 'a.example/1.jpg', reason: 'This is no whole address; one begins with https://.' },
      {
        line: 3,
        text: 'ftp://a.example/2.jpg',
        reason: 'Only https:// and http:// addresses can be read, not ftp://.',
      },
      {
        line: 4,
        text: 'https://u:p@a.example/3.jpg',
        reason: 'Browsers read no address with a user or a password in it.',
      },
    ],
  });
});

test('an empty list is empty', () => {
  expect(parseUrlList('')).toEqual({ urls: [], invalid: [] });
});
