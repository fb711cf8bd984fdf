const addresses = {
  faq: (id: string) => `/faq/${id}/`,
  scenarios: (id: string) => `/scenarios/${id}/`,
  drills: (id: string) => `/scenarios/${id}/drill/`,
  interviewerSheets: (id: string) => `/scenarios/${id}/interviewer/`,
  caseStudies: (id: string) => `/case-studies/${id}/`,
  topics: (id: string) => `/topics/${id}/`,
};

/** What has pages of its own; the key under which each kind is kept. */
export type Collection = keyof typeof addresses;

/** The address of a page, without the base path. This is the only place that knows how addresses are built. */
export const permalink = ({ collection, id }: { collection: Collection; id: string }): string =>
  addresses[collection](id);

/** The pages that exist whatever the content is, and that must answer for ever like the others. */
export const standingPages: readonly string[] = ['/', '/about/', '/faq/', '/licence/', '/scenarios/', '/topics/'];
