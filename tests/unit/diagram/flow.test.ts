import { expect, test } from 'vitest';
import { inWords, parseFlow } from '../../../src/diagram/flow.ts';
import { draw } from '../../../src/diagram/layout.ts';

const source = `
  [Request fails] -> <Who makes the error?>
  <Who makes the error?> --proxy 502, 503--> [Endpoints] -> (Done)
  <Who makes the error?> --application 500--> [Logs] -> (Done)
`;

test('chains become boxes and arrows, and the same words are the same box', () => {
  const { nodes, edges } = parseFlow(source);
  expect(nodes.map(({ label, kind }) => `${kind} ${label}`)).toEqual([
    'step Request fails',
    'decision Who makes the error?',
    'step Endpoints',
    'end Done',
    'step Logs',
  ]);
  expect(edges).toHaveLength(5);
  expect(edges[1]).toEqual({ from: 'Who makes the error?', to: 'Endpoints', label: 'proxy 502, 503' });
});

test.each([
  ['[A] => [B]', 'expected "->"'],
  ['A -> [B]', 'expected a [box]'],
  ['[A] ->', 'expected a [box]'],
  ['[A] -> [B]\n<A> -> [B]', 'is a step elsewhere and a decision here'],
  ['', 'at least one chain'],
])('%s is refused with the line and the reason', (broken, reason) => {
  expect(() => parseFlow(broken)).toThrow(reason);
});

test('the flow can be read without the picture', () => {
  expect(inWords(parseFlow(source))[1]).toBe('Who makes the error? proxy 502, 503: Endpoints');
});

test('boxes do not overlap, stay inside the picture, and hold their text', () => {
  const { boxes, width, height } = draw(parseFlow(source));
  for (const box of boxes) {
    expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
    expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
    expect(Math.max(...box.lines.map((line) => line.length)) * 7).toBeLessThan(box.width);
    for (const other of boxes.filter(({ label }) => label !== box.label)) {
      const apart =
        Math.abs(box.x - other.x) >= (box.width + other.width) / 2 ||
        Math.abs(box.y - other.y) >= (box.height + other.height) / 2;
      expect(apart, `${box.label} and ${other.label}`).toBe(true);
    }
  }
});

test('the same flow is drawn the same way each time', () => {
  expect(draw(parseFlow(source))).toEqual(draw(parseFlow(source)));
});
