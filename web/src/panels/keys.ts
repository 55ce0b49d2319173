// Which keys do what? A list for whoever asks.

import { h } from '../dom.ts';
import { panelFrame, type Panel, type PanelContext } from './panel.ts';

export function keysPanel(context: PanelContext): Panel {
  const { words } = context;
  return {
    element: panelFrame('keys', words.keyboard, context,
      h('dl', { class: 'keys' }, ...words.keys.flatMap(([keys, said]) => [
        h('dt', {}, ...keys.split(' ').map((key) => h('kbd', {}, key))), h('dd', {}, said)]))),
  };
}
