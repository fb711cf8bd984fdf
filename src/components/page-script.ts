import { CopyLink } from './copy/copy-link.ts';
import { CopyReport } from './copy/copy-report.ts';
import { addCopyButtons } from './copy/copy-code.ts';
import { AppearanceSelect } from './navigation/appearance-select.ts';
import { reachScrollers } from './navigation/reach-scrollers.ts';

/** What every page does, in one file that is fetched once. */
AppearanceSelect.define();
CopyLink.define();
CopyReport.define();
addCopyButtons(document);
reachScrollers(document);
