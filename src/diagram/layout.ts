import { graphlib, layout } from '@dagrejs/dagre';
import type { Flow, FlowNode } from './flow.ts';
import { wrap } from './wrap.ts';

/** Everything a drawing needs, in the units of its view box; text is centred on `x`. */
export interface Drawing {
  width: number;
  height: number;
  boxes: (FlowNode & { x: number; y: number; width: number; height: number; lines: string[] })[];
  arrows: { path: string; head: string; lines: string[]; x: number; y: number }[];
}

export const fontSize = 13;
export const lineHeight = 16;

/** The mean width of a letter in the text font; wide enough that no text leaves its box. */
const letter = 7.2;
const mostLetters = 17;
const labelLetters = 15;

const size = (lines: string[], padding: { x: number; y: number }) => ({
  width: Math.ceil(Math.max(...lines.map((line) => line.length)) * letter) + 2 * padding.x,
  height: lines.length * lineHeight + 2 * padding.y,
});

type Point = { x: number; y: number };

const round = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** A line through the points with its corners rounded by quadratic curves. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1)!;
  const middle = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!;
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(end)}`;
  });
  return `M${at(first!)}${middle.length > 0 ? middle.join('') : `L${at(last)}`}`;
}

function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1)!;
  const before = points.at(-2)!;
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn: number): Point => ({
    x: tip.x - 7 * Math.cos(angle + turn),
    y: tip.y - 7 * Math.sin(angle + turn),
  });
  return `M${at(corner(0.42))}L${at(tip)}L${at(corner(-0.42))}z`;
}

/** Places the boxes of a flow from top to bottom and leads the arrows between them. */
export function draw({ nodes, edges }: Flow): Drawing {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 18, edgesep: 12, ranksep: 34, marginx: 2, marginy: 2 });
  const lines = new Map(nodes.map(({ label }) => [label, wrap(label, mostLetters)]));
  for (const { label, kind } of nodes) {
    graph.setNode(label, size(lines.get(label)!, { x: kind === 'decision' ? 16 : 10, y: 8 }));
  }
  edges.forEach(({ from, to, label }, index) => {
    const words = label ? wrap(label, labelLetters) : [];
    const box = words.length > 0 ? size(words, { x: 4, y: 2 }) : { width: 0, height: 0 };
    graph.setEdge(from, to, { ...box, labelpos: 'c', words }, String(index));
  });
  layout(graph);

  const boxes = nodes.map((node) => {
    const { x, y, width, height } = graph.node(node.label) as Point & { width: number; height: number };
    return { ...node, x: round(x), y: round(y), width, height, lines: lines.get(node.label)! };
  });
  const arrows = graph.edges().map((edge) => {
    const { points, words, x, y } = graph.edge(edge) as unknown as Point & { points: Point[]; words: string[] };
    return { path: curve(points), head: arrowHead(points), lines: words, x: round(x ?? 0), y: round(y ?? 0) };
  });
  const { width, height } = graph.graph() as { width: number; height: number };
  return { width: Math.ceil(width), height: Math.ceil(height), boxes, arrows };
}
