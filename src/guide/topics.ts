/** The topics in reading order: the order of the contents page and of the sidebar. */
export const topics = [
  { id: 'linux', label: 'Linux' },
  { id: 'networking', label: 'Networking' },
  { id: 'containers', label: 'Containers' },
  { id: 'kubernetes', label: 'Kubernetes' },
  { id: 'aws-networking', label: 'AWS networking' },
  { id: 'aws-compute', label: 'AWS compute' },
  { id: 'iam-security', label: 'Identity and security' },
  { id: 'iac', label: 'Infrastructure as code' },
  { id: 'delivery', label: 'Delivery' },
  { id: 'observability', label: 'Observability' },
  { id: 'databases', label: 'Databases' },
  { id: 'messaging', label: 'Messaging' },
  { id: 'workflows', label: 'Workflows' },
  { id: 'reliability', label: 'Reliability' },
  { id: 'serverless', label: 'Serverless' },
  { id: 'compliance', label: 'Compliance' },
  { id: 'interviewing', label: 'Interviewing' },
] as const;

export type TopicId = (typeof topics)[number]['id'];

export const topicIds = topics.map(({ id }) => id) as [TopicId, ...TopicId[]];

/** The name of a topic as readers see it. */
export const topicLabel = (id: TopicId): string => topics.find((topic) => topic.id === id)!.label;
