// Registers <turning-point>. The only file with a side effect on import.

import { TurningPointElement } from './element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'turning-point': TurningPointElement;
  }
}

if (!customElements.get('turning-point')) customElements.define('turning-point', TurningPointElement);

export { TurningPointElement };
