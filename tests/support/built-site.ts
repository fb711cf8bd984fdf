import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Parser } from 'htmlparser2';
import { nearest } from '../../src/guide/nearest.ts';

/** One HTML file of a built site. */
export interface BuiltPage {
  /** Where it answers, without the base path: `/faq/linux-oom/`, `/404.html`. */
  address: string;
  /** The ids on it, in order; one that stands twice is here twice. */
  ids: string[];
  /** What it links to, loads or redirects to, as it is written. */
  links: string[];
  /** The address it sends its reader on to, if that is all it does. */
  redirectsTo?: string;
}

/** What was built: its pages, and the paths of all its files, without the base path. */
export interface BuiltSite {
  /** The origin it is published at, `https://interview-runbook.example`. */
  origin: string;
  /** The base path, with a slash at both ends. */
  base: string;
  pages: BuiltPage[];
  files: ReadonlySet<string>;
  /** What the stylesheets load: the stylesheet's path and the address as it is written. */
  styleLinks: { file: string; url: string }[];
}

/** The attributes that hold one address, by element; `*` for every element. */
const addressAttributes: Record<string, string[]> = {
  '*': ['href', 'src', 'xlink:href', 'poster', 'action', 'formaction'],
  object: ['data'],
};

const addressMetas = new Set(['og:url', 'og:image', 'twitter:image']);

const urlsInSrcset = (srcset: string) => srcset.split(/,\s+/).flatMap((image) => image.trim().split(/\s+/)[0] ?? []);

const urlsInStyle = (css: string) =>
  [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );

/** The ids and links of one HTML file. */
export function readPage(address: string, html: string): BuiltPage {
  const page: BuiltPage = { address, ids: [], links: [] };
  let inStyle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inStyle = name === 'style';
      const { id, name: nameAttribute, srcset, content = '', style } = attributes;
      if (id !== undefined) page.ids.push(id);
      else if (name === 'a' && nameAttribute !== undefined) page.ids.push(nameAttribute);
      for (const key of [...addressAttributes['*']!, ...(addressAttributes[name] ?? [])])
        if (attributes[key] !== undefined) page.links.push(attributes[key]);
      if (srcset !== undefined) page.links.push(...urlsInSrcset(srcset));
      if (style !== undefined) page.links.push(...urlsInStyle(style));
      if (name !== 'meta') return;
      if (attributes['http-equiv']?.toLowerCase() === 'refresh') {
        const [, url] = /url\s*=\s*['"]?([^'"]+)/i.exec(content) ?? [];
        if (url !== undefined) {
          page.redirectsTo = url;
          page.links.push(url);
        }
      }
      if (addressMetas.has(attributes['property'] ?? nameAttribute ?? '')) page.links.push(content);
    },
    ontext(text) {
      if (inStyle) page.links.push(...urlsInStyle(text));
    },
    onclosetag() {
      inStyle = false;
    },
  });
  parser.write(html);
  parser.end();
  return page;
}

/** Reads a built site from its folder. Throws when there is none. */
export function readSite(folder: string, { origin, base }: { origin: string; base: string }): BuiltSite {
  if (!existsSync(folder)) throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'))
    .sort();
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    origin,
    base,
    files: new Set(paths.map((path) => `/${path}`)),
    pages: paths
      .filter((path) => path.endsWith('.html'))
      .map((path) => readPage(`/${path.replace(/(^|\/)index\.html$/, '$1')}`, text(path))),
    styleLinks: paths
      .filter((path) => path.endsWith('.css'))
      .flatMap((path) => urlsInStyle(text(path)).map((url) => ({ file: `/${path}`, url }))),
  };
}

const fileAt = (path: string) => (path.endsWith('/') ? `${path}index.html` : path);

function linkProblem(site: BuiltSite, pages: ReadonlyMap<string, BuiltPage>, from: string, link: string) {
  const here = new URL(`${site.base}${from.slice(1)}`, site.origin);
  if (!URL.canParse(link, here.href)) return 'is not an address. Correct it';
  const url = new URL(link, here);
  if (url.origin !== site.origin) return undefined;
  if (!url.pathname.startsWith(site.base))
    return `does not begin with the base path ${site.base}. Write it with withBase()`;
  const path = `/${decodeURIComponent(url.pathname).slice(site.base.length)}`;
  if (from === '/404.html' && path === '/404/') return undefined; // its own address, as Astro names it; it answers everywhere
  if (!site.files.has(fileAt(path))) {
    if (site.files.has(`${path}/index.html`)) return `lacks the slash at its end. Write ${path}/`;
    const near = nearest(path, [...pages.keys(), ...site.files]);
    return `leads nowhere. ${near === undefined ? 'Nothing has a name like it' : `The nearest is ${near}`}`;
  }
  const anchor = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/s, '');
  const target = pages.get(path);
  if (anchor === '' || anchor === 'top' || !target || target.ids.includes(anchor)) return undefined;
  const near = nearest(anchor, target.ids);
  return `names the anchor "${anchor}", which ${path} does not have. ${near === undefined ? 'Nothing there has a name like it' : `The nearest is "${near}"`}`;
}

/**
 * Every link, anchor and asset of a built site that does not resolve, and every id that stands twice on a page, one
 * line each: the page, the link as it is written, what is wrong and the nearest thing that exists.
 */
export function brokenLinks(site: BuiltSite): string[] {
  const pages = new Map(site.pages.map((page) => [page.address, page]));
  const check = (from: string, link: string) => {
    const problem = linkProblem(site, pages, from, link);
    return problem === undefined ? [] : [`${from}: ${link}: ${problem}.`];
  };
  return [
    ...site.pages.flatMap(({ address, links }) => [...new Set(links)].flatMap((link) => check(address, link))),
    ...site.styleLinks.flatMap(({ file, url }) => check(file, url)),
    ...site.pages.flatMap(({ address, ids }) =>
      [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
        (id) => `${address}: id="${id}": stands there twice. Give one of the elements another id.`,
      ),
    ),
  ];
}

/** Where a link leads, without origin and base path; `undefined` when it leaves the site. */
export function destination({ origin, base }: BuiltSite, from: string, link: string): string | undefined {
  const url = new URL(link, new URL(`${base}${from.slice(1)}`, origin));
  return url.origin === origin && url.pathname.startsWith(base) ? `/${url.pathname.slice(base.length)}` : undefined;
}
