// Which panels are there? A part of the script of its own, which comes when the first of them is wanted.

import type { PanelName } from '../modes.ts';
import panelsCss from '../styles/panels.css';
import { comparePanel } from './compare.ts';
import { filterPanel } from './filter.ts';
import { keysPanel } from './keys.ts';
import type { Panel, PanelContext } from './panel.ts';
import { searchPanel } from './search.ts';
import { sharePanel } from './share.ts';
import type { TourWalk } from '../tour_walk.ts';
import { tourPanel } from './tour.ts';
import { tracePanel } from './trace.ts';

export { takeSnapshot } from '../snapshot.ts';

export function makePanel(name: PanelName, context: PanelContext, walk: TourWalk): Panel {
  switch (name) {
    case 'search': return searchPanel(context);
    case 'filter': return filterPanel(context);
    case 'compare': return comparePanel(context);
    case 'trace': return tracePanel(context);
    case 'share': return sharePanel(context);
    case 'tour': return tourPanel(context, walk);
    case 'keys': return keysPanel(context);
  }
}

let sheet: CSSStyleSheet | undefined;

export function adoptPanelStyle(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(panelsCss);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
