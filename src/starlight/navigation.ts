import type { StarlightRouteData } from '@astrojs/starlight/route-data';

export type Sidebar = StarlightRouteData['sidebar'];
type Link = Extract<Sidebar[number], { type: 'link' }>;
type Group = Extract<Sidebar[number], { type: 'group' }>;
export type Pagination = StarlightRouteData['pagination'];

/** A page in a list: its label and its address as a link writes it. */
export interface Place {
  label: string;
  href: string;
}

/** As many questions of the current topic as the sidebar shows: it must not grow with the guide. */
export const mostShown = 20;

export const link = ({ label, href }: Place, path: string): Link => ({
  type: 'link',
  label,
  href,
  isCurrent: href === path,
  badge: undefined,
  attrs: {},
});

export const group = (label: string, entries: Sidebar): Group => ({
  type: 'group',
  label,
  entries,
  collapsed: false,
  badge: undefined,
});

/** At most `most` places around the current one, in their order. */
export function around(places: readonly Place[], path: string, most: number = mostShown): Place[] {
  const current = Math.max(
    0,
    places.findIndex(({ href }) => href === path),
  );
  const first = Math.min(Math.max(0, current - Math.floor(most / 2)), Math.max(0, places.length - most));
  return places.slice(first, first + most);
}

/** The places before and after the current one; none for a page that stands in no list. */
export function neighbours(lists: readonly (readonly Place[])[], path: string): Pagination {
  const list = lists.find((places) => places.some(({ href }) => href === path)) ?? [];
  const current = list.findIndex(({ href }) => href === path);
  const at = (index: number) => (current < 0 || !list[index] ? undefined : link(list[index], path));
  return { prev: at(current - 1), next: at(current + 1) };
}
