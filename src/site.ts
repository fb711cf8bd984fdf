/** Where this copy of the guide is published. Every address that leaves the site is built from here. */

const environment = (name: string, fallback: string) => process.env[name]?.trim() || fallback;

/** The origin, without a path: `https://interview-runbook.example`. */
export const siteUrl = new URL(environment('SITE_URL', 'https://interview-runbook.example')).origin;

/** The folder the site is served from, with a slash at both ends: `/` or `/runbook/`. */
export const basePath = `/${environment('BASE_PATH', '/').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** The repository readers may send corrections to, without a slash at the end; without one, a report is copied instead. */
export const repositoryUrl: string | undefined = environment('REPOSITORY_URL', '').replace(/\/+$/, '') || undefined;

export const siteName = 'Interview Runbook';

export const siteSummary =
  'Troubleshooting scenarios and answers for DevOps, SRE and production-engineering interviews: complete, sourced, dated, and each with a link of its own.';

/** An address of this site as a link must write it: `/faq/` under the base path `/runbook/` is `/runbook/faq/`. */
export const withBase = (path: string): string => basePath + path.replace(/^\//, '');

/** The same address with its origin, for feeds, sitemaps and links that are sent to others. */
export const absolute = (path: string): string => siteUrl + withBase(path);
