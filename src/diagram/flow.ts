/** A flow chart as data: what its boxes say and which arrows join them. */
export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

export interface FlowNode {
  /** The words of the box, which are also what tells it from the others. */
  label: string;
  kind: 'step' | 'decision' | 'end';
}

export interface FlowEdge {
  from: string;
  to: string;
  /** What leads this way: "yes", "137". */
  label?: string;
}

const kinds = { '[': 'step', '<': 'decision', '(': 'end' } as const;
const node = /^\s*(?:\[([^\]]+)\]|<([^>]+)>|\(([^)]+)\))\s*/;
const arrow = /^(?:->|--(?!>)\s*(.+?)\s*-->)/;

/**
 * Reads chains such as `[Request fails] -> <Who makes the error?> --proxy--> [Endpoints]`, one a line.
 * The same words are the same box. Throws an error that names the line that cannot be read.
 */
export function parseFlow(source: string): Flow {
  const nodes = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  for (const line of source.split('\n').map((text) => text.trim())) {
    if (line) readChain(line, nodes, edges);
  }
  if (nodes.size === 0) throw new Error('A diagram needs at least one chain such as "[Start] -> [End]".');
  return { nodes: [...nodes.values()], edges };
}

function readChain(line: string, nodes: Map<string, FlowNode>, edges: FlowEdge[]) {
  let rest = line;
  let from: string | undefined;
  let label: string | undefined;
  for (;;) {
    const box = node.exec(rest);
    if (!box) throw new Error(`Diagram line "${line}": expected a [box], a <decision> or an (end) at "${rest}".`);
    const words = (box[1] ?? box[2] ?? box[3])!.trim();
    const kind = kinds[box[0].trimStart()[0] as keyof typeof kinds];
    const known = nodes.get(words);
    if (known && known.kind !== kind) {
      throw new Error(`Diagram line "${line}": "${words}" is a ${known.kind} elsewhere and a ${kind} here.`);
    }
    nodes.set(words, { label: words, kind });
    if (from !== undefined) edges.push({ from, to: words, ...(label ? { label } : {}) });
    rest = rest.slice(box[0].length);
    if (!rest) return;
    const link = arrow.exec(rest);
    if (!link) throw new Error(`Diagram line "${line}": expected "->" or "--label-->" at "${rest}".`);
    from = words;
    label = link[1];
    rest = rest.slice(link[0].length);
  }
}

/** The flow in words, one sentence for each arrow, for those who do not see the picture. */
export function inWords({ edges }: Flow): string[] {
  return edges.map(({ from, to, label }) => (label ? `${from} ${label}: ${to}` : `${from}: ${to}`));
}
