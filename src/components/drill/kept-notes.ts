import type { OpenStorage } from '../../study/best-results.ts';

const key = (drillId: string) => `drill-notes:${drillId}`;

/** The reader's notes on a drill, on this device; empty without any, or without storage. Never throws. */
export function keptNotes(open: OpenStorage, drillId: string): string {
  try {
    return open().getItem(key(drillId)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the notes on this device, if the browser allows it. Never throws. */
export function keepNotes(open: OpenStorage, drillId: string, notes: string): void {
  try {
    open().setItem(key(drillId), notes);
  } catch {
    // Without storage the notes last as long as the page.
  }
}
